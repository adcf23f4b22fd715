"""Writes form.yaml of a large form to standard output, to see what one costs.

large_form.py KIND [QUESTIONS]; KIND is one of those below. The same arguments give the same form.
"""
import sys

LANGUAGES = ("en", "ja")


def label(text):
    return "{" + ", ".join(f"{language}: {text} {language}" for language in LANGUAGES) + "}"


def form(body, checks=(), lists=()):
    lines = ["form_id: large", 'version: "1"', "default_language: en", f"title: {label('A large form')}", "choices:"]
    lines += ["  answer: [" + ", ".join(f"{{name: {code}, label: {label(f'Choice {code}')}}}" for code in range(1, 6)) + "]"]
    lines += ["  hundred:"] + [f"    - {{name: {code}, label: {label(f'Choice {code}')}, columns: {{part: '{code % 5 + 1}'}}"
                               + (", exclusive: true}" if code == 100 else "}") for code in range(1, 101)]
    lines += ["survey:"] + body
    if checks:
        lines += ["checks:"] + list(checks)
    return "\n".join(lines) + "\n"


def item(at, kind, rest="", indent=6):
    return " " * indent + f"- {{name: q{at}, type: {kind}, number: Q{at}, label: {label(f'Question {at}')}{rest}}}"


def sections(items, size=100):
    body = []
    for first in range(0, len(items), size):
        body += [f"  - section: s{first // size}", f"    label: {label(f'Part {first // size}')}", "    items:"]
        body += items[first:first + size]
    return body


def check(at, rule, severity="hard", relevant=""):
    return (f"  - {{name: c{at}, severity: {severity}, " + (f'relevant: "{relevant}", ' if relevant else "")
            + f"constraint: \"{rule}\", message: {label(f'Check {at}')}}}")


def mixed(count):
    """600 checks, 2,000 skips, 1,250 constraints, selects of 100 choices, filters."""
    items = []
    for at in range(count):
        skip = f', relevant: "${{q{at // 20 * 20}}} = {at % 5 + 1}"' if at % 5 in (1, 3) else ""
        if at % 20 == 0:
            items.append(item(at, "select_one answer"))
        elif at % 50 == 7:
            items.append(item(at, "select_multiple hundred", skip))
        elif at % 50 == 17:
            items.append(item(at, "select_one hundred", skip + f', choice_filter: "part = ${{q{at // 20 * 20}}}"'))
        elif at % 10 == 9:
            items.append(item(at, "text", skip + ', constraint: "string-length(.) < 40"' if at % 20 == 9 else skip))
        else:
            items.append(item(at, "integer", skip + (f', constraint: ". <= {at}"' if at % 4 == 2 else "")))
    figures = [at for at in range(count) if at % 10 in (1, 2, 4, 6, 8) and at % 20]
    checks = [check(at, f"${{q{figures[at * 4]}}} + ${{q{figures[at * 4 + 1]}}} <= ${{q{figures[at * 4 + 2]}}}",
                    "hard" if at % 2 else "soft",
                    f"${{q{figures[at * 4] // 20 * 20}}} > 2" if at % 3 == 0 else "") for at in range(min(604, len(figures) // 4))]
    return form(sections(items), checks)


def tangled(count):
    """Checks that all rest on the same few items and on each other's skips."""
    items = []
    for at in range(count):
        skip = f', relevant: "${{q{at - 1}}} > {at % 7} and ${{q{at // 2}}} != 3"' if at % 40 else ""
        items.append(item(at, "integer", skip + ', constraint: ". <= 5000"'))
    checks = [check(at, " + ".join(f"${{q{at * 8 % count + each * 37 % count % 40}}}" for each in range(6)) + " < 100")
              for at in range(604)]
    return form(sections(items), checks)


def chains(count):
    """Calculations in chains of 500, and skips that rest on their ends."""
    items = []
    for at in range(count):
        if at % 500 == 0:
            items.append(item(at, "integer"))
        elif at % 500 < 490:
            items.append(item(at, "calculate", f', calculation: "${{q{at - 1}}} + 1"'))
        else:
            items.append(item(at, "integer", f', relevant: "${{q{at // 500 * 500 + 489}}} > {at}", constraint: ". > ${{q{at // 500 * 500 + 300}}}"'))
    return form(sections(items))


def skips(count):
    """Each question is asked only where the one before it is: a chain through the whole form."""
    return form(sections([item(at, "select_one answer", f', relevant: "${{q{at - 1}}} = 1"' if at else "") for at in range(count)]))


def multiple(count):
    """select_multiple of 100 choices, compared with each other."""
    items = [item(at, "select_multiple hundred", f', relevant: "selected(${{q{at - 1}}}, {at % 100 + 1}) or count-selected(${{q{at // 2}}}) > 3"' if at else "")
             for at in range(count)]
    return form(sections(items), [check(at, f"count-selected(${{q{at}}}) <= count-selected(${{q{at + 1}}})") for at in range(min(600, count - 1))])


def filters(count):
    items = [item(0, "select_one answer")]
    items += [item(at, "select_one hundred", f', choice_filter: "part = ${{q{at // 100 * 100 if at % 100 else at - 100}}}"') for at in range(1, count)]
    return form(sections(items))


def repeats(count):
    """Repeats of 50 instances of ten questions each, with rules across the instances."""
    body = []
    for at in range(0, count, 500):
        body += [f"  - section: s{at}", f"    label: {label(f'Part {at}')}", "    items:", item(at, "integer", ', constraint: ". <= 50"'),
                 f"      - repeat: r{at}", f"        label: {label('Person')}", f'        repeat_count: "${{q{at}}}"', "        paper: {instances: 50}", "        items:"]
        for each in range(1, 11):
            rest = f', relevant: "${{q{at + each - 1}}} > {each}"' if each > 1 else ""
            rest += ', required: true, constraint: ". < 100"' if each % 2 else ""
            body.append(item(at + each, "integer", rest, 10))
    checks = [check(at, f"sum(${{q{at + 1}}}) <= 1000") for at in range(0, count, 500)]
    return form(body, checks)


KINDS = {each.__name__: each for each in (mixed, tangled, chains, skips, multiple, filters, repeats)}
if __name__ == "__main__":
    sys.stdout.write(KINDS[sys.argv[1]](int(sys.argv[2]) if len(sys.argv) > 2 else 5000))
