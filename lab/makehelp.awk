# SPDX-License-Identifier: GPL-2.0-only
# Print the targets of the makefiles given, by group; the Makefile says how they are marked.

/^##@ / {
	group = substr($0, 5)
	if (!(group in targets))
		order[++groups] = group
}

/^## [A-Z]+=/ {
	variables = variables "  " substr($0, 4) "\n"
}

/^[a-z-]+:.*## / {
	text = $0
	sub(/.*## */, "", text)
	target = $0
	sub(/:.*/, "", target)
	targets[group] = targets[group] sprintf("  %-12s%s\n", target, text)
}

END {
	for (i = 1; i <= groups; i++)
		printf("%s%s:\n%s", (i > 1 ? "\n" : ""), order[i], targets[order[i]])
	printf "\nVariables:\n%s", variables
}
