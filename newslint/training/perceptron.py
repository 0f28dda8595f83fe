"""An averaged perceptron, as the tagger is trained with."""

from collections.abc import Container, Iterable


class Perceptron:
    """An averaged perceptron: rows of weights by feature, one lane for each answer."""

    def __init__(self, size: int, wanted: Container[str]) -> None:
        self.size = size
        self.wanted = wanted
        self.weights: dict[str, list[float]] = {}
        self.totals: dict[str, list[float]] = {}
        self.stamps: dict[str, int] = {}
        self.step = self.asked = self.wrong = 0

    def learn(self, features: Iterable[str], goal: int) -> int:
        """The best lane by the weights so far, which then move towards ``goal`` if that is another."""
        zero = [0.0] * self.size
        found = [feature for feature in features if feature in self.wanted]
        sums = list(map(sum, zip(zero, *[self.weights.get(feature, zero) for feature in found], strict=True)))
        best = max(range(self.size), key=sums.__getitem__)
        self.step += 1
        self.asked += 1
        if best != goal:
            self.wrong += 1
            for feature in found:
                row = self.weights.setdefault(feature, [0.0] * self.size)
                self._settle(feature)
                row[goal] += 1
                row[best] -= 1
        return best

    def _settle(self, feature: str) -> None:
        """Add the feature's row, which has stood since its stamp, to its sum over all steps."""
        total = self.totals.setdefault(feature, [0.0] * self.size)
        passed = self.step - self.stamps.get(feature, self.step)
        for lane, weight in enumerate(self.weights[feature]):
            if weight:
                total[lane] += passed * weight
        self.stamps[feature] = self.step

    def rate(self) -> float:
        """The share of right answers since the last call."""
        rate = 1 - self.wrong / self.asked
        self.asked = self.wrong = 0
        return rate

    def averages(self) -> dict[str, list[float]]:
        """The weights, each averaged over all steps."""
        for feature in self.weights:
            self._settle(feature)
        return {feature: [weight / self.step for weight in total] for feature, total in self.totals.items()}
