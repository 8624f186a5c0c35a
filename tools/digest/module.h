/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A module of KVM that was not loaded, in the words of whatever loads modules.
 */
#ifndef NESTDIAG_TOOLS_MODULE_H
#define NESTDIAG_TOOLS_MODULE_H

#include <nestdiag/types.h>

/**
 * nd_module_refused() - the entry of the catalogue for the
 * error with which KVM's module was refused
 *
 * modprobe and insmod of kmod, of busybox and of module-init-tools, systemd and scripts around them
 * have a verb, the module's name and the error's text in common; the text may be translated.
 *
 * Return: its id, NULL if the line says nothing of the kind.
 */
const char *nd_module_refused(const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_MODULE_H */
