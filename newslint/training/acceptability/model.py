"""The network: words, endings and shapes -> a look at three neighbours -> both directions (GRU) -> three again.

Two heads are used: how damaged the sentence sounds, and where. A third, the tags of the whole sentence, only helps
the network to learn what parts of speech are. ``newslint.analysis.acceptability.network`` reads the same layers by
numpy.
"""

import torch
from torch import Tensor, nn

from newslint.training.acceptability.vocabulary import SHAPES, TAGS


class Network(nn.Module):
    """``words`` and ``endings`` count the rows of the vocabulary, its two rows for edges and the unknown included."""

    def __init__(self, words: int, endings: int, width: int = 96, inner: int = 96, drop: float = 0.1) -> None:
        super().__init__()
        self.word, self.ending, self.shape = nn.Embedding(words, 48), nn.Embedding(endings, 24), nn.Embedding(SHAPES, 8)
        for table in (self.word, self.ending, self.shape):
            nn.init.normal_(table.weight, std=0.3)
        self.near = nn.Conv1d(80, inner, 3, padding=1)
        self.both = nn.GRU(inner + 80, width, bidirectional=True, batch_first=True)
        self.again = nn.Conv1d(2 * width, inner, 3, padding=1)
        self.drop = nn.Dropout(drop)
        self.token, self.tag = nn.Linear(inner + 2 * width, 1), nn.Linear(inner + 2 * width, len(TAGS))
        self.hidden, self.sentence = nn.Linear(inner + 2 * width, 48), nn.Linear(48, 1)

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """rows: (batch, words, 3) -> logits of sentences (batch), of words (batch, words), of tags."""
        x = self.drop(torch.cat([self.word(rows[..., 0]), self.ending(rows[..., 1]), self.shape(rows[..., 2])], dim=-1))
        near = torch.relu(self.near(x.transpose(1, 2)).transpose(1, 2))
        both, _ = self.both(torch.cat([x, near], dim=-1))
        both = self.drop(both)
        again = torch.relu(self.again(both.transpose(1, 2)).transpose(1, 2))
        y = torch.cat([both, again], dim=-1)
        heard = torch.relu(self.hidden(y)).amax(1)
        return self.sentence(heard).squeeze(-1), self.token(y).squeeze(-1), self.tag(y)
