"""How well passages are found again: data sets, baselines, figures with intervals."""
