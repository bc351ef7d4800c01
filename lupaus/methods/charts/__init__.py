"""Small charts as SVG: labelled where the eye already is, described for those who listen.

Every chart is a string. Words come ready from the caller, in the page's language and with figures
written the way that language writes them; colours come from classes in the style sheet, with
attributes that hold where there is no sheet. A page shows each chart's table one tap away.
"""

from lupaus.methods.charts.bars import BarLabels, coverage_bar, stacked_bar
from lupaus.methods.charts.lines import LineLabels, Point, line_with_path
from lupaus.methods.charts.scale import round_scale

__all__ = ["BarLabels", "LineLabels", "Point", "coverage_bar", "line_with_path", "round_scale", "stacked_bar"]
