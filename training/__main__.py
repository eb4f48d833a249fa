"""Make the shipped network: `python -m training --data ../shared --out src/sayso/language/model`."""

from __future__ import annotations

import argparse
import os
import random
from pathlib import Path

import torch

from sayso.language.wordpiece import WordPiece
from training.corpora import FURTHER, SHARES, load
from training.encoder import PRETRAINED
from training.export import export
from training.fit import Fit, Settings
from training.network import Network
from training.second_stage import learn_names


def main() -> None:
    """Parse the command line, train, export into the package, and learn the names anew on what ships."""
    options = _options()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    wordpiece = WordPiece.read(PRETRAINED / "vocab.txt")
    shares = (FURTHER if options.start else SHARES) | dict(options.share)
    corpora = load(options.data / "data", wordpiece, shares)
    network = Network(corpora.labels)
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True)["weights"])
    else:
        network.encoder.load_pretrained(PRETRAINED / "model.safetensors")
    default = Settings()
    settings = Settings(
        epochs=options.epochs,
        encoder_rate=options.rate,
        head_rate=options.rate * default.head_rate / default.encoder_rate,
        threads=options.threads,
        minutes=options.minutes,
        seed=options.seed,
        half_precision=not options.full_precision,
    )
    fit = Fit(network, corpora, wordpiece, settings, options.work)
    if options.resume:
        fit.resume()
    fit.run()
    export(options.work / "checkpoint.pt", PRETRAINED / "vocab.txt", options.out)
    learn_names(options.data, options.work, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    default = Settings()
    data = Path(os.environ.get("SAYSO_DATA", "../shared"))
    parser.add_argument("--data", type=Path, default=data, help="folder of data/ and evaluation/")
    parser.add_argument("--out", type=Path, required=True, help="folder the network is exported to")
    parser.add_argument("--work", type=Path, default=Path("build/network"), help="folder of the checkpoint")
    parser.add_argument("--start", type=Path, help="checkpoint of a finished run to teach further")
    parser.add_argument(
        "--rate", type=float, default=default.encoder_rate, help="of the encoder, at its peak"
    )
    parser.add_argument("--epochs", type=int, default=default.epochs)
    parser.add_argument(
        "--share", type=_share, action="append", default=[], metavar="CORPUS=PASSES",
        help="how often a corpus is passed over in an epoch (repeatable)",
    )  # fmt: skip
    parser.add_argument("--threads", type=int, default=default.threads)
    parser.add_argument("--minutes", type=float, help="finish in this time")
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --work")
    parser.add_argument("--full-precision", action="store_true", help="fp32 instead of bf16")
    return parser.parse_args()


def _share(told: str) -> tuple[str, float]:
    name, _, passes = told.partition("=")
    if name not in SHARES:
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(SHARES)}")
    return name, float(passes)


if __name__ == "__main__":
    main()
