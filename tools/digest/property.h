/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Windows tells what it has of virtualization in tables: systeminfo and msinfo32 in the language of
 * its user, PowerShell and WMI as lists of properties or in columns. They are pasted without an
 * error, and the one value that answers is a yes or no.
 */
#ifndef NESTDIAG_TOOLS_PROPERTY_H
#define NESTDIAG_TOOLS_PROPERTY_H

#include "tools/digest/wordset.h"

#define ND_TABLE_COLUMNS	4	/* of one table, that are known */

/**
 * struct nd_column - a column whose values answer
 * @property: which property it is of
 * @index:    which word of the head names it
 * @start:    its first byte there
 * @end:      and the one behind its last
 */
struct nd_column {
	u8 property;
	u8 index;
	u16 start;
	u16 end;
};

/**
 * struct nd_table - a table in columns while it is read
 * @columns: those that answer
 * @nr:      their number
 * @words:   names in the head
 * @rows:    a row was read
 * @left:    lines in which rows may still come, 0 if no table is being read
 */
struct nd_table {
	struct nd_column columns[ND_TABLE_COLUMNS];
	u8 nr;
	u8 words;
	bool rows;
	u8 left;
};

/* One of them is in each line that nd_property() or a table's head has. */
extern const struct nd_wordset nd_property_words;

/**
 * nd_property() - the id of the entry for the value that a
 * line gives to such a property, NULL for others
 */
const char *nd_property(const char *line, size_t len);

/** nd_property_table() - the same for a row of a table; a head begins one */
const char *nd_property_table(struct nd_table *table, const char *line, size_t len);

/** nd_property_gap() - an empty line: the table ends, unless none of its rows came yet */
void nd_property_gap(struct nd_table *table);

#endif /* NESTDIAG_TOOLS_PROPERTY_H */
