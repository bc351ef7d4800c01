"""What all charts share: their frame, their words, their colours where there is no style sheet."""

from __future__ import annotations

from lupaus.methods.svg import NAMESPACE, element, words

FONT_FAMILY = "'Source Sans 3', 'Source Sans Pro', sans-serif"
TEXT_SIZE = 14.5
WIDTH = 420
INK, QUIET, PAPER = "#14212b", "#555f66", "#ffffff"
AGREE, PASS, DISAGREE, GROUND = "#0b5c6b", "#aeb6bb", "#a8480f", "#c7cacd"


def chart(height: float, title: str, description: str, name: str, *drawn: str) -> str:
    """The frame of every chart: a picture with a title and a sentence that says what it shows."""
    return element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "class": "chart-drawing",
            "viewBox": f"0 0 {WIDTH} {height:g}",
            "role": "img",
            "aria_labelledby": f"{name}-title {name}-desc",
        },
        element("title", {"id": f"{name}-title"}, words(title)),
        element("desc", {"id": f"{name}-desc"}, words(description)),
        *drawn,
    )


def text(shown: str, x: float, y: float, *, anchor: str, kind: str = "", has_halo: bool = False) -> str:
    """Words in a chart; a halo of the paper's colour keeps them clear of lines they cross."""
    return element(
        "text",
        {
            "class": " ".join(
                [
                    "chart-text",
                    *([f"chart-text--{kind}"] if kind else []),
                    *(["chart-halo"] if has_halo else []),
                ]
            ),
            "x": float(x),
            "y": float(y),
            "text_anchor": anchor,
            "font_family": FONT_FAMILY,
            "font_size": TEXT_SIZE,
            "font_weight": 600 if kind == "strong" else 400,
            "fill": QUIET if kind == "quiet" else INK,
            "stroke": PAPER if has_halo else None,
            "stroke_width": 5 if has_halo else None,
            "stroke_linejoin": "round" if has_halo else None,
            "paint_order": "stroke" if has_halo else None,
        },
        words(shown),
    )
