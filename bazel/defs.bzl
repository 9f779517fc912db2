"""Runs golint-leaks over Go targets: an action for each, from its files and the facts of its direct dependencies.

A file of yours makes the aspect (docs/bazel.md):

    load("@golint_leaks//:defs.bzl", "golint_leaks_aspect")
    golint_leaks = golint_leaks_aspect(binary = Label("//tools:golint-leaks"), go_version = "1.24")

and a build runs it:

    bazel build //... --aspects=//tools:lint.bzl%golint_leaks --output_groups=rules_lint_human
"""

GolintLeaksInfo = provider(
    doc = "What golint-leaks knows of a Go package.",
    fields = {
        "facts": "File: what packages that import it may ask of it.",
        "srcs": "List of Files: its Go files, for the rule that embeds it.",
    },
)

_KINDS = ["go_library", "go_binary"]
_MNEMONIC = "GolintLeaks"

def _rule_attr(ctx, name, default):
    return getattr(ctx.rule.attr, name, None) or default

def _infos(deps):
    return [dep[GolintLeaksInfo] for dep in deps if GolintLeaksInfo in dep]

def _own_sources(ctx):
    # Generated files are read as all others: golint-leaks itself reports nothing in them.
    return [file for file in getattr(ctx.rule.files, "srcs", []) if file.extension == "go"]

def _output(ctx, target, ending):
    return ctx.actions.declare_file("%s.%s.%s" % (target.label.name, _MNEMONIC, ending))

def _golint_leaks_impl(target, ctx):
    own = _own_sources(ctx)
    embedded = _infos(_rule_attr(ctx, "embed", []))
    if ctx.rule.kind not in _KINDS or target.label.workspace_name:
        return []
    if not own:
        # A binary that only embeds its library: that has an action of its own.
        return embedded[:1]
    sources = own + [file for info in embedded for file in info.srcs]

    facts_in = [info.facts for info in _infos(_rule_attr(ctx, "deps", []))]
    facts = _output(ctx, target, "facts")
    human = _output(ctx, target, "out")
    machine = _output(ctx, target, "report")
    patch = _output(ctx, target, "patch")
    outputs = [facts, human, machine, patch]

    args = ctx.actions.args()
    args.set_param_file_format("multiline")
    args.use_param_file("@%s", use_always = True)
    args.add("--quiet")
    args.add("--import-path", _rule_attr(ctx, "importpath", target.label.package))
    args.add_all(facts_in, before_each = "--facts-in")
    args.add("--facts-out", facts)
    args.add("--format", human, format = "text=%s")
    args.add("--format", machine, format = "sarif=%s")
    args.add("--patch", patch)
    if ctx.attr._go_version:
        args.add("--go-version", ctx.attr._go_version)
    if ctx.attr._strict:
        args.add("--strict")
    if ctx.files._config:
        args.add("--config", ctx.files._config[0])

    exit_codes = []
    if not ctx.attr._fail_on_violation:
        exit_codes = [_output(ctx, target, "exit_code")]
        args.add("--exit-code", exit_codes[0])
    args.add_all(sources)

    ctx.actions.run(
        executable = ctx.executable._binary,
        arguments = ["unit", args],
        inputs = sources + facts_in + ctx.files._config,
        outputs = outputs + exit_codes,
        mnemonic = _MNEMONIC,
        progress_message = "Looking for leaks in %s" % target.label,
    )

    # "no-lint" takes the reports away, not what others ask of the package.
    is_silent = "no-lint" in _rule_attr(ctx, "tags", [])
    shown = {} if is_silent else {
        "rules_lint_human": depset([human] + exit_codes),
        "rules_lint_machine": depset([machine] + exit_codes),
        "rules_lint_patch": depset([patch]),
    }
    return [
        GolintLeaksInfo(facts = facts, srcs = sources),
        OutputGroupInfo(golint_leaks_facts = depset([facts]), **shown),
    ]

def golint_leaks_aspect(binary, config = None, go_version = "", strict = False, fail_on_violation = False):
    """Makes the aspect; what it gives has to be assigned to a name at the top level of a file.

    Args:
        binary: label of the program, such as a js_binary or an sh_binary that starts it.
        config: label of a .golint-leaks.yaml; no other is read. Its globs count from the root of the workspace.
        go_version: the Go version of the module, as in go.mod: "1.24".
        strict: whether findings of medium confidence are shown too.
        fail_on_violation: whether findings fail the build; else the exit code is in a file.
    Returns:
        An aspect with the output groups of rules_lint, and golint_leaks_facts.
    """
    return aspect(
        implementation = _golint_leaks_impl,
        attr_aspects = ["deps", "embed"],
        attrs = {
            "_binary": attr.label(default = binary, executable = True, cfg = "exec"),
            "_config": attr.label_list(default = [config] if config else [], allow_files = True),
            "_fail_on_violation": attr.bool(default = fail_on_violation),
            "_go_version": attr.string(default = go_version),
            "_strict": attr.bool(default = strict),
        },
    )
