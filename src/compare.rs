//! How it compares with what is used for this work today.
//!
//! Nothing is in this module but this page: the same questions, on the same file, put to
//! demarche and to [Raphtory](https://www.raphtory.com) (a temporal graph in Rust),
//! [DuckDB](https://duckdb.org) (columns and SQL), [Kuzu](https://kuzudb.github.io) (a property
//! graph and Cypher) and [networkx](https://networkx.org) (graphs in Python), all of them in
//! memory and in one process. The queries are below, so that anybody can put them again. How
//! it compares with [petgraph](https://docs.rs/petgraph), events being the weights of its
//! edges, `cargo bench --bench scale` tells.
//!
//! # In figures
//!
//! A million events among twenty thousand actors over ten years; median of 2 to 101 questions
//! of each sort, and in brackets how many times as long as here. **All answers were compared
//! first, and are equal.** A dash: cannot be asked in one query or call.
//!
//! | | demarche | DuckDB | DuckDB, indexed | Kuzu | Raphtory | networkx |
//! |---|---|---|---|---|---|---|
//! | loaded from CSV | 0.52 s | 0.35 s (0.67) | 1.1 s (2.1) | 1.9 s (3.6) | 2.9 s (5.6) | 12 s (23) |
//! | memory, bytes an event | 27 | 63 (2.3) | 134 (4.9) | 177 (6.5) | 1,159 (42) | 547 (20) |
//! | at most while loading | 36 | 63 (1.7) | 134 (3.7) | 207 (5.8) | 1,159 (32) | 555 (15) |
//! | events in a window | 3.1 µs | 1.3 ms (410) | 1.0 ms (330) | 20 ms (6,300) | 145 ms (47,000) | 2.0 s (640,000) |
//! | a month's talks by partner: median actor | 1.9 µs | 2.4 ms (1,200) | 2.0 ms (1,000) | 178 ms (92,000) | 20 µs (10) | 31 µs (16) |
//! | the same, busiest actor | 0.14 ms | 3.5 ms (25) | 3.0 ms (21) | 275 ms (2,000) | 7.4 ms (53) | 95 ms (680) |
//! | the history of a dyad | 5.8 µs | 6.5 ms (1,100) | 6.2 ms (1,100) | 2.2 ms (370) | 39 µs (6.6) | 15 µs (2.6) |
//! | counted by code and month | 1.1 ms | 56 ms (49) | 56 ms (49) | 379 ms (330) | 3.0 s (2,600) | 3.1 s (2,700) |
//! | earliest arrival to all in a month, also within a day | 2.7 ms | 26 ms (9.8) | 23 ms (8.5) | – | 6.4 s (2,400) | 5.2 s (1,900) |
//! | in a year, from the next day on | 10 ms | 68 ms (6.8) | 70 ms (7.0) | – | – | 7.0 s (690) |
//!
//! Versions: demarche 0.1.0, DuckDB 1.5.6, Kuzu 0.11.3, Raphtory 0.17.0, networkx 3.6.1 on Python
//! 3.11. One run of one script on Linux, on a virtual machine with two cores of an AMD EPYC
//! and 24 GB. Memory is that of the process after loading, without what it took before, and
//! here with the actors and their names: 23 bytes an event are the events' own.
//!
//! An arrival here begins at the graph, and no network is laid out for it. Put again to one
//! that is, from whomever, a year took 1.3 ms. Raphtory passes word on within a day, and cannot
//! be told not to; nor did it come back from a year in five minutes.
//!
//! # What these figures do not say
//!
//! * *Theirs hold a call from Python*, as that is how they are used: some microseconds
//!   for networkx and Raphtory, about a millisecond for a query of DuckDB or Kuzu to
//!   be read and planned. What takes ten milliseconds or more is the engine's own.
//! * *Ours tell more*: that answer to "who talked" has for each partner the sorts of talk, the
//!   first and the last date, how certain it is, whose word we have, and the events themselves.
//! * *Ours are of one thread.* DuckDB, Kuzu and Raphtory use as many as there are.
//! * *The file suits everybody*: exact days, two actors an event, no accounts, no text, in
//!   order of time. What they have no column for, they need not skip.
//!
//! # What they do that this crate does not
//!
//! * **DuckDB** answers any question that SQL can put, of any table, joined with any other, from
//!   Parquet, from the network, larger than memory, on all cores. It loads a file
//!   in two thirds of the time. To group and sum over whole columns by whatever comes to mind, use it; of the
//!   [panel](crate::View::panel) and other tables that this crate writes, too.
//! * **Kuzu** matches patterns that are said in Cypher rather than programmed, and keeps
//!   them on disk, with transactions. It is no longer developed by its makers, but by forks.
//! * **Raphtory** takes any property of any type on nodes and edges, each with its history;
//!   it runs dozens of algorithms on many cores, temporal motifs among them, rolls
//!   windows over a graph, and serves it by GraphQL. The wordings of events in this crate are
//!   those of world politics and no other.
//! * **networkx** has several hundred algorithms, every one of them readable, and nodes that are
//!   any object of Python. [`Network`](crate::query::Network) hands a view to petgraph's
//!   algorithms, of which there are some dozens; or to networkx, as
//!   [node-link JSON](crate::interop::node_link).
//!
//! # When not to use this crate
//!
//! * When the question is put once, to a table: reading it into a graph does not pay.
//! * When the data are not about who did what to whom: there are graphs for everything else.
//! * When building them takes more memory than there is: see the README for what an event
//!   takes. What was saved is mapped, and may be larger; but it has never been tried here with
//!   a graph that is.
//! * When several processes write at the same time, or a server is to be asked from many
//!   machines: this is a library and no database.
//! * When time is finer than days in most questions. Moments hold seconds, but events of the
//!   common sort are those that are dated to the day.
//!
//! # What they lack that it is made for
//!
//! Whose word an event rests on, and what somebody else says of it; dates that are not known
//! to the day, and answers that say how certain they are; journeys that respect time
//! and come back as events; what was known on a day. See [the first page](crate#what-sets-it-apart).
//!
//! # The questions
//!
//! Ours; the files are read by the line, and recorded in one [batch](crate::Graph::batch):
//!
//! ```
//! use demarche::model::codes::CameoCode;
//! use demarche::query::Period;
//! use demarche::time::Certainty;
//! use demarche::{ActorId, CodedEvent, Graph, Leader};
//! use jiff::civil::Date;
//!
//! let file = "816,194,2015-01-01,041\n194,2,2015-01-03,112\n";
//! let mut graph = Graph::new();
//! let add = |nth| graph.add(Leader::new(format!("Actor {nth}"))).map(ActorId::from);
//! let actors = (0..1_000).map(add).collect::<Result<Vec<_>, _>>()?;
//! let mut batch = graph.batch();
//! for line in file.lines() {
//!     let mut cells = line.split(',');
//!     let mut cell = || cells.next().ok_or("a row cut short");
//!     let (source, target): (usize, usize) = (cell()?.parse()?, cell()?.parse()?);
//!     let (day, code): (Date, CameoCode) = (cell()?.parse()?, cell()?.parse()?);
//!     batch.record(CodedEvent::new(code, actors[source], day).to(actors[target]), &[])?;
//! }
//! batch.finish();
//!
//! // Events in a window.
//! assert_eq!(graph.during("2014-06-01/2015-01-02")?.count(), 1);
//! // A month's talks by partner.
//! assert_eq!(graph.during("2015-01")?.who_talked_to(actors[816])?[0].len(), 1);
//! // The history of a dyad.
//! assert_eq!(graph.view().between(actors[2], actors[194])?.count(), 1);
//! // Counted by code and month.
//! assert_eq!(graph.view().counts(Period::Month).rows().len(), 2);
//! // Earliest arrival to all in a month: word passes both ways in talks and where two sign an
//! // agreement, else one way; and it may be passed on within a day.
//! let network = graph.during("2015-01")?.network()?;
//! assert_eq!(network.journeys().from(actors[816])?.all().len(), 2);
//! // In a year, where who is reached passes it on from the next day on.
//! let network = graph.during("2015")?.network()?;
//! let reach = network.journeys().at_least(Certainty::Certain).from(actors[816])?;
//! assert_eq!(reach.all().len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! DuckDB, without an index and with one on `source` and one on `target`:
//!
//! ```sql
//! CREATE TABLE events AS SELECT * FROM read_csv('events.csv', header = true,
//!   columns = {source: 'UINTEGER', target: 'UINTEGER', day: 'DATE', code: 'VARCHAR'});
//! -- Events in a window.
//! SELECT count(*) FROM events WHERE day BETWEEN ? AND ?;
//! -- A month's talks by partner.
//! SELECT partner, count(*) FROM (
//!   SELECT target AS partner FROM events WHERE source = ? AND day >= ? AND day < ? AND code LIKE '04%'
//!   UNION ALL
//!   SELECT source FROM events WHERE target = ? AND day >= ? AND day < ? AND code LIKE '04%'
//! ) GROUP BY partner;
//! -- The history of a dyad.
//! SELECT day, code FROM (
//!   SELECT day, code FROM events WHERE source = ? AND target = ?
//!   UNION ALL
//!   SELECT day, code FROM events WHERE source = ? AND target = ?
//! ) ORDER BY day;
//! -- Counted by code and month.
//! SELECT date_trunc('month', day) AS month, code, count(*) FROM events GROUP BY month, code;
//! -- Earliest arrival to all, from the next day on; with >= for > within a day too.
//! WITH RECURSIVE word AS MATERIALIZED (
//!   SELECT source AS one, target AS other, day FROM events
//!   WHERE day >= $since::DATE AND day < $before::DATE
//!   UNION ALL
//!   SELECT target, source, day FROM events
//!   WHERE day >= $since::DATE AND day < $before::DATE AND (code LIKE '04%' OR code = '057')
//! ), reached(actor, day) USING KEY (actor) AS (
//!   SELECT $start::UINTEGER, $since::DATE - 1
//!   UNION
//!   SELECT w.other, min(w.day) AS first
//!   FROM reached r JOIN word w ON w.one = r.actor AND w.day > r.day
//!   LEFT JOIN recurring.reached k ON k.actor = w.other
//!   WHERE k.actor IS NULL OR w.day < k.day
//!   GROUP BY w.other
//! )
//! SELECT actor, day FROM reached WHERE actor <> $start;
//! ```
//!
//! Kuzu, each but the loading as a prepared statement:
//!
//! ```cypher
//! CREATE NODE TABLE Actor(id INT64, PRIMARY KEY (id));
//! CREATE REL TABLE Event(FROM Actor TO Actor, day DATE, code STRING);
//! COPY Actor FROM 'actors.csv' (HEADER = true);
//! COPY Event FROM 'events.csv' (HEADER = true);
//! // Events in a window.
//! MATCH ()-[e:Event]->() WHERE e.day >= date($since) AND e.day <= date($until) RETURN count(*);
//! // A month's talks by partner.
//! MATCH (:Actor {id: $actor})-[e:Event]-(other:Actor)
//! WHERE e.day >= date($since) AND e.day < date($before) AND e.code STARTS WITH '04'
//! RETURN other.id, count(*);
//! // The history of a dyad.
//! MATCH (:Actor {id: $one})-[e:Event]-(:Actor {id: $other}) RETURN e.day, e.code ORDER BY e.day;
//! // Counted by code and month.
//! MATCH ()-[e:Event]->() RETURN date_trunc('month', e.day), e.code, count(*);
//! ```
//!
//! Raphtory, with the code as the layer; `word` is a second graph, where a talk or signature is
//! one edge each way, the making of which is not counted:
//!
//! ```python
//! g = Graph()
//! g.load_edges(table, time="time", src="source", dst="target", layer_col="code")
//! talk = [layer for layer in g.unique_layers if layer.startswith("04")]
//! # Events in a window.
//! g.window(since, before).count_temporal_edges()
//! # A month's talks by partner.
//! Counter(g.node(actor).window(since, before).layers(talk).edges.explode().nbr.id.collect())
//! # The history of a dyad.
//! [(t, c) for edge in (g.edge(one, other), g.edge(other, one)) if edge
//!  for t, c in zip(edge.explode().time, edge.explode().layer_name)]
//! # Counted by code and month.
//! all = g.edges.explode()
//! Counter((t.dt.year, t.dt.month, c) for t, c in zip(all.time, all.layer_name))
//! # Earliest arrival to all, also within a day: the least of the times that it gives for each.
//! algorithms.temporally_reachable_nodes(
//!     word.window(since, before), max_hops=10_000, start_time=0, seed_nodes=[start])
//! ```
//!
//! networkx, a `MultiDiGraph` of which each edge has `day` and `code`:
//!
//! ```python
//! # Events in a window.
//! sum(since <= day <= until for _, _, day in g.edges(data="day"))
//! # A month's talks by partner.
//! is_one = lambda e: since <= e["day"] < before and e["code"].startswith("04")
//! partners = Counter(other for _, other, e in g.out_edges(actor, data=True) if is_one(e))
//! partners.update(other for other, _, e in g.in_edges(actor, data=True) if is_one(e))
//! # The history of a dyad.
//! there, back = (g.get_edge_data(*ends, default={}).values() for ends in ((one, other), (other, one)))
//! sorted(((e["day"], e["code"]) for both in (there, back) for e in both), key=lambda x: x[0])
//! # Counted by code and month.
//! Counter((e["day"].year, e["day"].month, e["code"]) for _, _, e in g.edges(data=True))
//! # Earliest arrival to all, from the next day on: Dijkstra's algorithm with a heap of days.
//! best, settled, heap = {start: eve}, set(), [(eve, start)]
//! while heap:
//!     day, actor = heapq.heappop(heap)
//!     if actor in settled:
//!         continue
//!     settled.add(actor)
//!     ways = [(other, e) for _, other, e in g.out_edges(actor, data=True)]
//!     ways += [(other, e) for other, _, e in g.in_edges(actor, data=True)
//!              if e["code"].startswith(("04", "057"))]
//!     for other, e in ways:
//!         if day < e["day"] < before and (other not in best or e["day"] < best[other]):
//!             best[other] = e["day"]
//!             heapq.heappush(heap, (e["day"], other))
//! ```
//!
//! The file, `source,target,day,code` in each line; the windows, months and dyads asked for
//! are drawn from the same generator:
//!
//! ```python
//! rng, events, actors, days = np.random.default_rng(7), 1_000_000, 20_000, 3_650
//! def draw():  # who is active follows the power law of Zipf and Mandelbrot
//!     return (4 * ((actors + 3) / 4) ** rng.random(events) - 4).astype(int)
//! source, target = draw(), draw()
//! target = np.where(target == source, (target + 1) % actors, target)
//! code = np.repeat(codes, per_thousand)[rng.integers(0, 1000, events)]  # as in ICEWS14
//! day = np.datetime64("2010-01-01") + np.arange(events) * days // events
//! ```
