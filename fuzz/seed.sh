#!/usr/bin/env bash
# Lays our fixtures down as seeds: fuzz/corpus/<target>/. Each begins with the bytes that
# say how it is to be read; see the targets.
set -euo pipefail
cd "$(dirname "$0")"
data=../tests/data

# seed <target> <name> <bytes before> [file]: what stands before, and the file.
seed() {
    mkdir -p "corpus/$1"
    { printf "$3"; [ -z "${4-}" ] || cat "$4"; } >"corpus/$1/$2"
}

# seed_lines: as above, but also each line of it alone, under the header if there is one.
seed_lines() {
    seed "$1" "$2" "$3" "$4"
    local number=0 line
    while IFS= read -r line; do
        number=$((number + 1))
        { printf "$3"; [ "$5" = 0 ] || head -n "$5" "$4"; printf '%s\n' "$line"; } \
            >"corpus/$1/$2-$number"
    done < <(tail -n "+$(($5 + 1))" "$4" | tr -d '\000')
}

seed_lines icews small 0 $data/icews_small.tab 1
seed_lines gdelt mixed 00 $data/gdelt_mixed.tsv 0
seed gdelt all-kept 07 $data/gdelt_mixed.tsv
seed gdelt lean 0: $data/gdelt_mixed.tsv
seed_lines gdelt_mentions small 0 $data/gdelt_mentions_small.tsv 0
seed_lines polecat small 0 $data/polecat_small.tsv 1
seed_lines ftm small 0 $data/ftm_small.jsonl 0
for delta in 1 2 3; do
    seed_lines ftm "delta-$delta" 0 $data/ftm_delta_$delta.json 0
done
cat $data/ftm_delta_?.json >corpus/deltas
seed ftm deltas 0 corpus/deltas
rm corpus/deltas
seed_lines quadruples small 00 $data/quadruples_small.tsv 0
names='0\tFrance\n1\tSpain\n---\n0\tConsult\n1\tAccuse\n---\n'
seed quadruples days "09${names}0\t0\t1\t12\n1\t1\t0\t13\n"
seed quadruples days-by-number "0y${names}0\t0\t1\t12\n1\t1\t0\t13\n"
seed quadruples hours-by-number "0z${names}0\t0\t1\t36\n1\t0\t0\t36\n"
seed quadruples minutes-by-number "0{${names}0\t0\t1\t15\n"
seed quadruples years "04France\tvisited\tSpain\t3\t7\nFrance\tvisited\tSpain\t3\t-1\n"

for list in a:acled b:acled c:archigos d:cow_alliances e:cow_alliance_members f:cow_igo \
    g:cow_states h:reign i:ucdp_ged j:mapping_clashes; do
    name=${list#*:}
    file=$data/${name}_small.csv
    [ -e "$file" ] || file=$data/$name.csv
    seed_lines mapping "${list/:/-}" "0${list%%:*}" "$file" 1
done
event='{"data_set":"Visits","table":"json_lines","tells":{"event":{"what":{"kind":{"constant":"visit"}},"who":[{"name":"guest.name","role":{"constant":"visitor"}},{"name":"hosts","role":{"constant":"host"}}],"when":{"start":{"cell":"day"}}}}}'
row='{"guest":{"name":"Emmanuel Macron"},"hosts":["Vladimir Putin"],"day":"2022-02-07"}'
seed mapping json-lines "0Z$event\\000$row\n"

for sort in g z; do
    seed compressed "$sort-whole" "0${sort}0" $data/icews_small.tab
    seed compressed "$sort-two" "0${sort}0$(printf 'Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n1\t2018-06-01\tFrance\t010\tSpain\n\036Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n2\t2018-06-02\tFrance\t010\tSpain\n')"
done
gzip -nc $data/icews_small.tab >corpus/packed.gz
seed compressed gzip 0p corpus/packed.gz
seed compressed gzip-read 0r corpus/packed.gz
rm corpus/packed.gz
seed compressed plain 0p $data/icews_small.tab

seed json_document border "" ../examples/data/belarus_border_2021.json
