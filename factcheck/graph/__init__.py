"""Findings and alignments in, disputes and the story's graph out. The only room that imports networkx."""

from factcheck.graph.building import graph
from factcheck.graph.disputes import disputes
from factcheck.graph.provenance import likely_original

__all__ = ["disputes", "graph", "likely_original"]
