#!/usr/bin/awk -f
# SPDX-License-Identifier: GPL-2.0-only
#
# Read the KTAP that KUnit left in a kernel log (serial line or dmesg) and print
# one line for each test case:
#
#	ok - kunit: SUITE.CASE
#	skip - kunit: SUITE.CASE # REASON
#	not ok - kunit: SUITE.CASE # REASON
#
# Strict, because a log can end anywhere: plans must be there and be kept,
# numbers must count up, every suite needs its verdict, and a log without a
# single case is a failure. Exit status 1 after any "not ok".
#
# KUnit indents by four columns a level: suites 0, cases 4, parameters 8. Only
# lines with the kernel's time stamp count; what programs print is not KTAP.

function problem(what, reason)
{
	printf "not ok - kunit: %s # %s\n", what, reason
	failed = 1
}

# the result line's number and description, from "ok N TEXT" or "not ok N TEXT"
function split_result(line,	parts)
{
	passed = line ~ /^ok /
	sub(/^(not )?ok /, "", line)
	number = line + 0
	sub(/^[0-9]+ ?(- )?/, "", line)
	skipped = match(line, / # SKIP/)
	comment = ""
	if (skipped) {
		comment = substr(line, RSTART + 7)
		sub(/^ /, "", comment)
		line = substr(line, 1, RSTART - 1)
	}
	name = line
}

function end_run()
{
	if (!in_run)
		return
	if (in_suite)
		problem(suite, broke_off())
	else if (plan < 0)
		problem("run", "a run without a plan")
	else if (suites != plan)
		problem("run", "the log ends after " suites " of " plan " suites")
	in_run = in_suite = 0
}

function broke_off()
{
	return "broke off after " (last == "" ? "its start" : "case " last) ": " \
		cases " of " (case_plan < 0 ? "an unknown number of" : case_plan) " cases" \
		(why == "" ? "" : "; " why)
}

function start_run()
{
	end_run()
	in_run = 1
	plan = -1
	suites = 0
}

function start_suite()
{
	if (in_suite)
		problem(suite, broke_off())
	in_suite = 1
	suite = "(suite without a name)"
	case_plan = -1
	cases = bad_cases = params = 0
	last = why = bad_param = ""
}

function end_case()
{
	cases++
	what = suite "." name
	last = name
	if (number != cases)
		problem(what, "is number " number " where " cases " was due")
	else if (skipped)
		printf "skip - kunit: %s # %s\n", what, comment == "" ? "no reason given" : comment
	else if (!passed)
		problem(what, (why == "" ? "no reason given" : why) bad_param)
	else if (bad_param != "")
		problem(what, "passed although a parameter failed" bad_param)
	else
		printf "ok - kunit: %s\n", what
	if (!passed)
		bad_cases++
	all_cases++
	params = 0
	why = bad_param = ""
}

function end_param()
{
	params++
	if (number != params)
		problem(suite " (parameter " name ")", "is number " number " where " params " was due")
	if (!passed && bad_param == "")
		bad_param = " (parameter " number ": " name ")"
}

function end_suite()
{
	suites++
	if (number != suites)
		problem(name, "suite has number " number " where " suites " was due")
	if (!in_suite)
		problem(name, "ended before its first case" (why == "" ? "" : ": " why))
	else if (suite != name)
		problem(suite, "ended under the name " name)
	else if (cases != case_plan)
		problem(suite, cases " cases instead of the planned " case_plan)
	else if (!cases)
		problem(suite, "a suite without cases")
	else if (!passed && !bad_cases)
		problem(suite, "the suite failed although no case did")
	in_suite = 0
	why = ""
}

{ sub(/\r$/, "") }

/printk messages dropped/ { problem("log", "the kernel dropped messages") }

!/^\[ *[0-9]+\.[0-9]+\](\[ *[TC][0-9]+\])? / { next }

{
	sub(/^\[ *[0-9]+\.[0-9]+\](\[ *[TC][0-9]+\])? /, "")
	match($0, /^ */)
	level = RLENGTH
	text = substr($0, level + 1)
}

text ~ /^KTAP version / {
	if (level == 0)
		start_run()
	else if (level == 4)
		start_suite()
	next
}

!in_run { next }

text ~ /^# Subtest: / {
	if (level == 4)
		suite = substr(text, 12)
	next
}

text ~ /^1\.\.[0-9]+$/ {
	if (level == 0)
		plan = substr(text, 4) + 0
	else if (level == 4)
		case_plan = substr(text, 4) + 0
	why = ""
	next
}

text ~ /^(not )?ok [0-9]+/ {
	split_result(text)
	if (level == 0)
		end_suite()
	else if (level == 4)
		end_case()
	else if (level == 8)
		end_param()
	next
}

# Attributes and statistics look like what KUnit says about a failure.
text ~ /^# ([^ ]+: pass|Totals|module|[^ ]+\.(module|speed|is_init)):/ { next }

# Of what KUnit says about a case the first failed check, or else the first line.
text ~ /^# [^ ]+: / && (why == "" || (text ~ / FAILED at / && why !~ / FAILED at /)) {
	why = text
	sub(/^# [^ ]+: /, "", why)
	next
}

why ~ / FAILED at [^ ]+$/ && text ~ /^Expected / {
	sub(/, but$/, "", text)
	why = why " " text
}

END {
	end_run()
	if (!all_cases)
		problem("run", "no test case in the log")
	exit failed
}
