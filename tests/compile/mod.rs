//! What must not be said by hand does not compile, and the compiler says in
//! English what may be said; each case has a twin that compiles and runs.

/// The twins are compiled as they stand, into this binary.
mod pass {
    mod anybody_accuses;
    mod event_as_actor;
    mod group_phones;
    mod group_sanctions;
    mod leader_is_part;
    mod leader_mobilizes;
    mod leader_sanctions;
    mod member_of_state;
    mod name_as_actor;
    mod state_holds_office;
    mod state_is_added_with_an_office;
    mod state_publishes;
    mod state_travels;

    type Twin = fn() -> demarche::Result<()>;

    pub(super) const TWINS: [(&str, Twin); 13] = [
        ("anybody_accuses", anybody_accuses::main),
        ("event_as_actor", event_as_actor::main),
        ("group_phones", group_phones::main),
        ("group_sanctions", group_sanctions::main),
        ("leader_is_part", leader_is_part::main),
        ("leader_mobilizes", leader_mobilizes::main),
        ("leader_sanctions", leader_sanctions::main),
        ("member_of_state", member_of_state::main),
        ("name_as_actor", name_as_actor::main),
        ("state_holds_office", state_holds_office::main),
        (
            "state_is_added_with_an_office",
            state_is_added_with_an_office::main,
        ),
        ("state_publishes", state_publishes::main),
        ("state_travels", state_travels::main),
    ];
}

/// The messages of the compiler differ from version to version: they are compared
/// on the one that they were written for.
#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the messages are those of the stable compiler 1.95"
)]
#[test]
fn what_must_not_be_said_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile/fail/*.rs");
}

#[test]
fn its_twins_do_and_run() {
    for (name, twin) in pass::TWINS {
        twin().unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn each_has_its_twin() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/compile/fail");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".rs").map(str::to_owned)
        })
        .collect();
    names.sort();
    assert_eq!(names, pass::TWINS.map(|(name, _)| name));
}
