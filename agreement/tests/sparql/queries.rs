//! Questions that are put to both.

/// A name, and the question.
pub(super) type Question = (&'static str, &'static str);

/// Of the news report.
pub(super) const ARTICLE: &[Question] = &[
    (
        "who talked to Macron",
        "SELECT ?who ?name WHERE { :emmanuel-macron dem:talkedTo ?who . ?who schema:name ?name }",
    ),
    (
        "who talked to whom",
        "SELECT ?one ?other WHERE { ?one dem:talkedTo ?other FILTER(STR(?one) < STR(?other)) }",
    ),
    (
        "who talked to Putin, the other way round",
        "SELECT ?who WHERE { ?who dem:talkedTo :vladimir-putin }",
    ),
    (
        "to whom word can have come from Macron",
        "SELECT ?who WHERE { :emmanuel-macron dem:talkedTo+ ?who }",
    ),
    (
        "who accuses whom, of what, and on whose word",
        "SELECT ?accuser ?accused ?text ?speaker WHERE {
           ?event a dem:Accusation; dem:source ?accuser
           OPTIONAL { ?event dem:target ?accused }
           OPTIONAL { ?event schema:text ?text }
           OPTIONAL { ?event dem:account/dem:speaker ?speaker } }",
    ),
    (
        "which events make two talk",
        "SELECT ?event ?one ?other WHERE { ?event rdf:reifies <<( ?one dem:talkedTo ?other )>> }",
    ),
    (
        "which event made these two talk",
        "SELECT ?event WHERE {
           ?event rdf:reifies <<( :emmanuel-macron dem:talkedTo :vladimir-putin )>> }",
    ),
    (
        "whom the union accused, by which event, and when it was said",
        "SELECT ?accused ?event ?stated WHERE {
           :european-union dem:accused ?accused ~ ?event .
           OPTIONAL { ?event dem:account/dem:stated ?stated } }",
    ),
    (
        "what is said of actors that is not so, as far as we know",
        "SELECT ?event ?one ?deed ?other ?standing WHERE {
           ?event rdf:reifies <<( ?one ?deed ?other )>>; dem:standing ?standing
           FILTER NOT EXISTS { ?one ?deed ?other } }",
    ),
    (
        "how many events of each class, by modality",
        "SELECT ?class ?modality (COUNT(?event) AS ?count) WHERE {
           ?event a dem:Event, ?class; dem:modality ?modality
         } GROUP BY ?class ?modality ORDER BY DESC(?count) ?class",
    ),
    (
        "what happened on a day",
        "SELECT ?event ?label WHERE { ?event dem:date '2021-11-15'^^xsd:date; rdfs:label ?label }",
    ),
    (
        "what is dated by a month, by itself or by an account",
        "SELECT ?what WHERE { ?what dem:when '2021-11'^^dem:edtf }",
    ),
    (
        "what may have begun on a day, and what may have ended on it",
        "SELECT ?event ?how WHERE {
           { ?event dem:earliest '2021-11-15T00:00:00'^^xsd:dateTime BIND('begun' AS ?how) }
           UNION
           { ?event dem:latest '2021-11-15T23:59:59'^^xsd:dateTime BIND('ended' AS ?how) } }",
    ),
    (
        "what is of a code, a class or a mode",
        "SELECT ?what ?by WHERE {
           { ?what dem:code '041' BIND('code' AS ?by) } UNION
           { ?what dem:class 'CONSULT' BIND('class' AS ?by) } UNION
           { ?what dem:mode 'phone' BIND('mode' AS ?by) } }",
    ),
    (
        "how many events in each month",
        "SELECT ?year ?month (COUNT(*) AS ?count) WHERE {
           ?event dem:date ?date
         } GROUP BY (YEAR(?date) AS ?year) (MONTH(?date) AS ?month)",
    ),
    (
        "what can have happened by a day",
        "SELECT ?event ?when WHERE {
           ?event dem:when ?when; dem:earliest ?earliest
           FILTER(?earliest < '2021-11-01T00:00:00'^^xsd:dateTime) }",
    ),
    (
        "what is not dated",
        "SELECT ?label WHERE { ?event a dem:Event; rdfs:label ?label
           MINUS { ?event dem:when ?when } }",
    ),
    (
        "who took part, and who spoke of it",
        "SELECT ?event ?who ?speaker WHERE {
           ?event dem:participant ?who; dem:account ?account .
           ?account dem:speaker ?speaker FILTER(?who != ?speaker) }",
    ),
    (
        "what the Kremlin says",
        "SELECT ?event ?text ?how WHERE {
           ?account dem:speaker :kremlin; dem:about ?event
           OPTIONAL { ?account dem:words ?words .
                      ?words schema:text ?text; dem:wording ?how } }",
    ),
    (
        "on how many accounts each event rests",
        "SELECT ?event (COUNT(?account) AS ?accounts) (COUNT(DISTINCT ?speaker) AS ?speakers)
         WHERE { ?event a dem:Event; dem:account ?account
                 OPTIONAL { ?account dem:speaker ?speaker } }
         GROUP BY ?event HAVING(COUNT(?account) > 1)",
    ),
    (
        "which parts belong to which wholes",
        "SELECT ?part ?whole WHERE { ?part dem:partOf+ ?whole }",
    ),
    (
        "who belongs to the union, at whatever remove",
        "SELECT ?who WHERE {
           ?who (dem:holdsOfficeIn|dem:partOf|org:memberOf)+ :european-union }",
    ),
    (
        "offices and their spans",
        "SELECT ?who ?title ?of ?span WHERE {
           ?tie a dem:Office; dem:from ?who; dem:to ?of; dem:span ?span
           OPTIONAL { ?tie dem:title ?title }
           OPTIONAL { ?tie dem:begins ?begins }
           FILTER(!BOUND(?begins) || ?begins < '2021-11-15T00:00:00'^^xsd:dateTime) }",
    ),
    (
        "how many of what, at least so many",
        "SELECT ?event ?what ?value ?stated WHERE {
           ?event dem:number ?number .
           ?number dem:counts ?what; dem:value ?value; dem:quantity ?stated
           FILTER(?value >= 11) }",
    ),
    (
        "topics in their order",
        "SELECT ?event ?first ?rest WHERE {
           ?event dem:inOrder ?list . ?list dem:valuesOf dem:topic; rdf:first ?first .
           ?list rdf:rest+/rdf:first ?rest }",
    ),
    (
        "events that have to do with others",
        "SELECT ?one ?how ?other WHERE {
           VALUES ?how { dem:partOfEvent dem:respondsTo dem:alleges dem:beforeEndOf }
           ?one ?how ?other }",
    ),
    (
        "what is part of a talk of Putin's, and who said it",
        "SELECT ?part ?label ?name WHERE {
           ?talk a dem:Talk; dem:participant :vladimir-putin . ?part dem:partOfEvent ?talk;
             rdfs:label ?label; dem:source/schema:name ?name }",
    ),
    (
        "who is in most events",
        "SELECT ?name ?count WHERE {
           { SELECT ?who (COUNT(DISTINCT ?event) AS ?count)
             WHERE { ?event dem:participant ?who } GROUP BY ?who }
           ?who schema:name ?name FILTER(?count > 2) } ORDER BY DESC(?count) ?name",
    ),
    (
        "talk by code, however it is called",
        "SELECT ?event ?label ?code WHERE {
           ?event dem:code ?code; rdfs:label ?label FILTER(STRSTARTS(?code, '04')) }",
    ),
    (
        "what was inferred, and why",
        "SELECT ?event ?of ?why WHERE { ?event dem:inference [ dem:aspect ?of; dem:why ?why ] }",
    ),
    (
        "places, with a country where there is one",
        "SELECT ?event ?place ?where WHERE {
           ?event dem:place ?at . OPTIONAL { ?at rdfs:label ?place }
           BIND(COALESCE(?country, 'somewhere') AS ?where)
           OPTIONAL { ?at schema:addressCountry ?country } }",
    ),
    (
        "who is called so, or has that key",
        "SELECT ?who ?key WHERE {
           { ?who schema:name 'Vladimir Putin' } UNION { ?who dem:key 'nato' }
           UNION { ?who dem:iso3 'FRA' } ?who dem:key ?key }",
    ),
    (
        "what the call is",
        "SELECT ?property ?value WHERE { event:macron-putin-call ?property ?value }",
    ),
    (
        "how Putin is spoken of, but for taking part",
        "SELECT ?what ?how WHERE {
           ?what ?how :vladimir-putin . ?what !(dem:participant|dem:party) :vladimir-putin }",
    ),
    (
        "whether anybody denies anything",
        "ASK { ?account dem:stance dem:Denies }",
    ),
    (
        "pairs of events on one day",
        "SELECT ?one ?other WHERE {
           ?one dem:date ?date . ?other dem:date ?date FILTER(STR(?one) < STR(?other)) }",
    ),
    (
        "the talks as a graph of their own",
        "CONSTRUCT { ?one schema:knows ?other } WHERE { ?one dem:talkedTo ?other }",
    ),
    ("all that is told of Macron", "DESCRIBE :emmanuel-macron"),
];

/// Of any graph.
pub(super) const ANY: &[Question] = &[
    (
        "everything",
        "SELECT * WHERE { ?subject ?property ?object }",
    ),
    (
        "how often each property",
        "SELECT ?property (COUNT(*) AS ?count) WHERE { ?s ?property ?o } GROUP BY ?property",
    ),
    (
        "how many of each class",
        "SELECT ?class (COUNT(DISTINCT ?s) AS ?count) WHERE { ?s a ?class } GROUP BY ?class",
    ),
    (
        "who denies or alleges",
        "SELECT ?event ?speaker ?stance WHERE {
           ?event dem:account ?account . ?account dem:stance ?stance
           OPTIONAL { ?account dem:speaker ?speaker }
           FILTER(?stance != dem:Asserts) }",
    ),
    (
        "contested events and what both sides say",
        "SELECT ?event ?yes ?no WHERE {
           ?event dem:standing dem:Contested; dem:account ?one, ?other .
           ?one dem:stance dem:Asserts . ?other dem:stance dem:Denies
           OPTIONAL { ?one dem:speaker ?yes } OPTIONAL { ?other dem:speaker ?no } }",
    ),
    (
        "dyads with the number of their events, and the first",
        "SELECT ?one ?other (COUNT(DISTINCT ?event) AS ?events) (MIN(?earliest) AS ?first) WHERE {
           ?one dem:actedTowards ?other ~ ?event . OPTIONAL { ?event dem:earliest ?earliest } }
         GROUP BY ?one ?other",
    ),
    (
        "friends of friends",
        "SELECT DISTINCT ?one ?third WHERE {
           ?one dem:talkedTo ?other . ?other dem:talkedTo ?third
           FILTER(?one != ?third) FILTER NOT EXISTS { ?one dem:talkedTo ?third } }",
    ),
    (
        "data sets and their licences",
        "SELECT ?name ?licence (COUNT(?account) AS ?count) WHERE {
           ?account prov:wasDerivedFrom ?set . ?set rdfs:label ?name
           OPTIONAL { ?set schema:license ?licence } } GROUP BY ?name ?licence",
    ),
    (
        "what is said twice of two actors",
        "SELECT ?one ?deed ?other WHERE {
           ?first rdf:reifies ?said . ?second rdf:reifies ?said
           FILTER(STR(?first) < STR(?second))
           BIND(SUBJECT(?said) AS ?one) BIND(PREDICATE(?said) AS ?deed)
           BIND(OBJECT(?said) AS ?other) }",
    ),
];
