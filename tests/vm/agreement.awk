# SPDX-License-Identifier: GPL-2.0-only
#
# The table of launches with one wrong field each: what had to be named, what the
# autopsy named, what KVM or the emulated processor said.
#
#	awk -f agreement.awk part=1 FAILURES part=2 LOG part=3 CASES
#
# FAILURES: number, check, message or "-", words, of the module's captures
# LOG:      tick, text, of the emulator's log
# CASES:    what badlaunch printed
#
# All have tabs between fields. Prints CSV; the last column says whether all agree.

BEGIN { FS = "\t" }

part == 1 { check[$1] = $2; message[$1] = $3; words[$1] = $4; next }

part == 2 { tick[++lines] = $1; text[lines] = $2; next }

# quoted TEXT: a field of CSV
function quoted(text)
{
	gsub(/"/, "\"\"", text)
	return "\"" text "\""
}

# logged FROM TO: the first thing that the processor found wrong within these ticks
function logged(from, to,    i)
{
	for (i = 1; i <= lines; i++)
		if (tick[i] + 0 >= from && tick[i] + 0 <= to)
			return text[i]
	return ""
}

$1 == "case" && $3 != "-" {
	id = $2; wanted = $3; oracle = $4; first = $13 + 0; last = $14 + 0; autopsy = $15
	if (!header++)
		print "case,expected,autopsy,captures,captured check,KVM,Bochs,agree"
	kvm = first == last ? message[first] : ""
	if (kvm == "-" || kvm ~ /VM-instruction error/)
		kvm = ""
	bochs = logged($5 + 0, $6 + 0)
	captured = first == last ? check[first] : "-"
	agree = autopsy == wanted && (kvm ~ oracle || bochs ~ oracle) && first == last &&
		(captured == wanted || captured == "-" && kvm != "")
	printf "%s,%s,%s,%d,%s,%s,%s,%s\n", id, wanted, autopsy, last - first + 1, captured,
		quoted(kvm), quoted(bochs), agree ? "yes" : "no"
}
