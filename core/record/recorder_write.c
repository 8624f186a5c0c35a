// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing the records of the last exits.
 */
#include "core/exits/recorder.h"
#include "core/exits/trace.h"
#include "core/record/families.h"
#include "core/record/writer.h"

static void recorder_write_exit(struct nd_writer *w, const struct nd_last_exit *exit)
{
	nd_writer_put(w, "recorded %llu", exit->ago);
	if (exit->stayed)
		nd_writer_put(w, " %llu", exit->guest);
	else
		nd_writer_put(w, " -");
	nd_writer_put(w, " %s 0x%x", nd_level_name(exit->level), exit->reason);
	if (exit->has_info)
		nd_writer_put(w, " 0x%llx 0x%llx", exit->info[0], exit->info[1]);
	nd_writer_end(w);
}

void nd_recorder_write(struct nd_writer *w, const struct nd_recorder *recorder)
{
	u32 i, j;

	if (!recorder->known)
		return;
	nd_writer_put(w, "recorder %u", recorder->size);
	nd_writer_end(w);
	for (i = 0; i < recorder->nr; i++) {
		const struct nd_recording *of = &recorder->recordings[i];

		nd_writer_put(w, "recording %u %u %s %llu %s %llu %u", of->pid, of->id,
			      nd_recording_word(of->why), of->taken,
			      of->in_guest ? "guest" : "host", of->entered, of->torn);
		nd_writer_end(w);
		for (j = 0; j < of->nr; j++)
			recorder_write_exit(w, &recorder->exits[of->first + j]);
	}
}
