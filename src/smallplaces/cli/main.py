"""The `smallplaces` command. A command's module is read, and Django set up, only when that command is called."""

from __future__ import annotations

from smallplaces.cli.shell import LazyGroup

# Command: where it is, and what the list of commands says about it.
IMPORTS: dict[str, tuple[str, str]] = {
    "act": ("smallplaces.cli.imports_act:act", "Bring in a text that commits, with its clauses."),
    "all": ("smallplaces.cli.archive:import_all", "Bring in what a group took along."),
    "catalogue": ("smallplaces.cli.catalogue:catalogue", "Bring in the texts that people hold up, with our headings."),
    "recommendations": (
        "smallplaces.cli.recommendations:recommendations",
        "Bring in what States recommended to a State.",
    ),
    "registry": ("smallplaces.cli.registry:registry", "Bring in human rights cities, their texts and their history."),
    "norm-text": ("smallplaces.cli.norm_text:norm_text", "Bring in the official text of a treaty, by article."),
    "ratifications": ("smallplaces.cli.ratifications:ratifications", "Bring in which States are bound by what."),
    "demo": ("smallplaces.cli.demo.commands:import_demo", "Bring in the demonstration place."),
    "polis": ("smallplaces.cli.imports_polis:polis", "Bring in a conversation that was held with Polis."),
}
EXPORTS: dict[str, tuple[str, str]] = {
    "all": ("smallplaces.cli.archive:export_all", "Take everything along, in one file."),
}
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("smallplaces.cli.demo.commands:demo", "Make everything ready with a made-up place, and run the site."),
    "migrate": ("smallplaces.cli.migrate:migrate", "Make the database, or bring it up to date."),
    "serve": ("smallplaces.cli.serve:serve", "Run the site."),
    "place": ("smallplaces.cli.place:place", "Add a place."),
    "group": ("smallplaces.cli.group:group", "Start a group."),
    "account": ("smallplaces.cli.account:account", "Invite people; make a new password link."),
    "suggest": ("smallplaces.cli.suggest:suggest", "Say which rights a text seems to touch."),
    "report": ("smallplaces.cli.reports:report", "List reports, and build their files."),
}
EPILOG = "Start with: smallplaces migrate, then smallplaces serve."

main = LazyGroup(
    "smallplaces", COMMANDS, help="Small Places: from what people say to what became of it.", epilog=EPILOG
)
main.add_command(
    LazyGroup(
        "import",
        IMPORTS,
        help="Bring in texts, words and demonstration places.",
        epilog="Example: smallplaces import demo --help",
    )
)
main.add_command(
    LazyGroup("export", EXPORTS, help="Take records along.", epilog="Example: smallplaces export all --help")
)

if __name__ == "__main__":
    main()
