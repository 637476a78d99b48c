"""Learns the weights of words for rights from labelled recommendations, and writes them where they ship.

    python -m tools.learn_rights [--check]

Learns on sessions 1 to 7; 8 and 9 are never looked at here, so that `python -m benchmarks.linking` can measure on them
what ships. The settings below were chosen by learning on 1 to 6 and measuring on 7. The same files give the same bytes:
the order of each pass is drawn from a fixed seed. `--check` writes nothing, and fails where the bytes would differ.
What ships are numbers beside single words and pairs of words that stand in at least three recommendations; never a
number, the name of a state, or another proper name.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from smallplaces.engines.citing import Weights, example, learn
from tools.upr import ROOT, Recommendation, folder, proper_names, recommendations

OUT = ROOT / "src/smallplaces/norms/lexicon/weights.json"
LEARNED_SESSIONS = range(1, 8)
SEED, PASSES, LEAST, RATE, START, SMALLEST = 4, 6, 3, 1.5, 1.0, 0.6


def learned(texts: list[Recommendation], without: frozenset[str]) -> Weights:
    """The weights from these texts alone, `without` any feature that has one of these words."""
    examples = [example(one.text, one.rights, one.unsure, without) for one in texts if one.rights or one.unsure]
    orders = []
    drawn = random.Random(SEED)  # noqa: S311  (an order, not a secret)
    for _pass in range(PASSES):
        order = list(range(len(examples)))
        drawn.shuffle(order)
        orders.append(order)
    return learn(orders, examples, least=LEAST, rate=RATE, start=START).weights(smallest=SMALLEST)


def written(weights: Weights) -> str:
    """As it ships: one line a word or pair, with place of right and weight in hundredths by turns."""
    features = (
        f"{json.dumps(name, ensure_ascii=False)}: "
        f"{json.dumps([part for place, weight in pairs for part in (place, round(weight * 100))])}"
        for name, pairs in weights.features.items()
    )
    head = json.dumps({"lang": "en", "rights": weights.rights, "biases": weights.biases}, indent=1)
    return head.removesuffix("\n}") + ',\n "features": {\n' + ",\n".join(features).replace(", ", ",") + "\n }\n}\n"


def main() -> int:
    """Writes the weights, or compares; 2 where the recommendations are not there."""
    if not folder().is_dir():
        print(f"The recommendations are not at {folder()}. Name their folder's parent in SMALLPLACES_SHARED_DATA.")
        return 2
    texts = [one for one in recommendations(folder()) if one.session in LEARNED_SESSIONS]
    weights = learned(texts, proper_names(folder()))
    text = written(weights)
    print(f"{len(texts)} recommendations, {len(weights.rights)} rights, {len(weights.features)} words and pairs.")
    if "--check" in sys.argv[1:]:
        same = Path(OUT).read_text(encoding="utf-8") == text
        print("The same as what ships." if same else "Not what ships.")
        return int(not same)
    OUT.write_text(text, encoding="utf-8")
    print(f"Written: {OUT.relative_to(ROOT)}, {len(text.encode()):,} bytes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
