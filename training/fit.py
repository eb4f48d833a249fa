"""The training loop: mixed batches of all tasks, AdamW, warm-up and linear decay, bf16 on the CPU."""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from sayso.language.wordpiece import WordPiece
from training.corpora import EPOCHS, Corpora
from training.losses import losses, total
from training.network import Network
from training.windows import Disturbance, Signs, Window, batches, collate

WARM_UP = 0.07  # share of the steps
RESUME_WARM_UP = 40  # steps after a resumption in which the rates rise again
GRADIENT_LIMIT = 1.0
AVERAGE_EVERY = 4  # steps between two updates of the running average of the weights
AVERAGE_DECAY = 0.98


@dataclass(slots=True)
class Settings:
    """What can be set from the command line."""

    epochs: int = EPOCHS
    batch: int = 1400  # padded sub-words
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    threads: int = 2
    minutes: float | None = None  # finish in this time, the learning rate falling with the clock
    half_precision: bool = True
    save_every: float = 300.0  # seconds
    seed: int = 1


def disturbance(wordpiece: WordPiece, chance: random.Random) -> Disturbance:
    """The random changes of windows, for a vocabulary."""
    return Disturbance(Signs(*(wordpiece(sign)[0][0] for sign in ('"', "“", "”", "'", "’"))), chance)


class Fit:
    """One training run; `run` does it all and leaves `checkpoint.pt` in the folder."""

    def __init__(
        self, network: Network, corpora: Corpora, wordpiece: WordPiece, settings: Settings, out: Path
    ) -> None:
        self.network, self.corpora, self.settings, self.out = network, corpora, settings, out
        self.special = (wordpiece.begin, wordpiece.end)
        self.chance = random.Random(settings.seed)  # noqa: S311 - a reproducible order, no secret
        self.disturb = disturbance(wordpiece, self.chance)
        encoder = list(network.encoder.parameters())
        held = {id(parameter) for parameter in encoder}
        heads = [parameter for parameter in network.parameters() if id(parameter) not in held]
        groups = [
            {"params": encoder, "lr": settings.encoder_rate},
            {"params": heads, "lr": settings.head_rate},
        ]
        self.rates = (settings.encoder_rate, settings.head_rate)
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.first = self.resumed = 0

    def resume(self) -> None:
        """Go on from a saved checkpoint: its averaged weights and its step; AdamW begins anew."""
        state = torch.load(self.out / "checkpoint.pt", weights_only=True)
        self.network.load_state_dict(state["weights"])
        self.average = {name: value.detach().clone() for name, value in state["weights"].items()}
        self.first = int(state["step"]) + 1

    def run(self) -> None:
        """Train to the end."""
        plan = self._plan()
        steps, started, saved = len(plan), time.monotonic(), time.monotonic()
        seen: dict[str, float] = defaultdict(float)
        counts: dict[str, int] = defaultdict(int)
        pieces = 0
        print(
            f"{steps} steps, {sum(window.pieces for batch in plan for window in batch)} sub-words", flush=True
        )
        for step, windows in enumerate(plan[self.first :], self.first):
            progress = self._progress(step, steps, time.monotonic() - started)
            if progress >= 1:
                break
            for task, value in self._step(windows, progress).items():
                seen[task] += value
                counts[task] += 1
            pieces += sum(window.pieces for window in windows)
            if step % AVERAGE_EVERY == 0:
                self._update_average(step)
            if step % 100 == 99:
                spent = time.monotonic() - started
                parts = " ".join(f"{task} {seen[task] / counts[task]:.3f}" for task in sorted(seen))
                print(f"{step + 1} {progress:.3f} {spent:.0f} s {pieces / spent:.0f}/s {parts}", flush=True)
                seen.clear()
                counts.clear()
            if time.monotonic() - saved > self.settings.save_every:
                self.save(step)
                saved = time.monotonic()
        self._update_average(steps)
        self.save(steps)

    def _plan(self) -> list[list[Window]]:
        plan = []
        for epoch in range(self.settings.epochs):
            windows = self.corpora.windows(self.chance, epoch)
            plan += batches(windows, self.settings.batch, self.chance)
        return plan

    def _progress(self, step: int, steps: int, seconds: float) -> float:
        """The share of the run that is over, by steps or by the clock, whichever is further."""
        if self.settings.minutes is None:
            return step / steps
        return max(step / steps, seconds / (60 * self.settings.minutes))

    def _step(self, windows: list[Window], progress: float) -> dict[str, float]:
        scale = min(progress / WARM_UP + 1e-3, (1 - progress) / (1 - WARM_UP))
        if self.first:
            self.resumed += 1
            scale *= min(1.0, self.resumed / RESUME_WARM_UP)
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale
        self.network.train()
        batch = collate(windows, self.special, self.disturb)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.settings.half_precision):
            parts = losses(self.network, batch)
        if not parts:  # nothing in the batch is labelled
            return {}
        total(parts).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), GRADIENT_LIMIT)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return {task: float(loss.detach()) for task, loss in parts.items()}

    def _update_average(self, step: int) -> None:
        weight = 1 - min(AVERAGE_DECAY, (step + 1) / (step + 50))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, weight)

    def save(self, step: int) -> None:
        """Write the averaged weights and the labels, in one go."""
        self.out.mkdir(parents=True, exist_ok=True)
        state = {"weights": self.average, "labels": asdict(self.corpora.labels), "step": step}
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / "checkpoint.pt")
        (self.out / "settings.json").write_text(json.dumps(asdict(self.settings), indent=1), encoding="utf-8")
        print(f"saved after {step} steps", flush=True)
