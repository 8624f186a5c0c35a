/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Parameters of KVM's modules: defaults, versions, what they mean.
 */
#ifndef NESTDIAG_TOOLS_KVMSETTINGS_H
#define NESTDIAG_TOOLS_KVMSETTINGS_H

/**
 * struct nd_kvm_setting - a parameter of KVM's modules
 * @module:   kvm, kvm_intel or kvm_amd
 * @name:     as in /sys/module/MODULE/parameters
 * @value:    default, in words
 * @versions: the first and last of the kernels read that have it
 * @absent:   the kernels read before and after these that do not, or NULL; what lies between was
 *	      not read
 * @meaning:  what it does
 * @nesting:  what that means for nested guests, or NULL
 */
struct nd_kvm_setting {
	const char *module;
	const char *name;
	const char *value;
	const char *versions;
	const char *absent;
	const char *meaning;
	const char *nesting;
};

/* Ends with an empty name. */
extern const struct nd_kvm_setting nd_kvm_settings[];

#endif /* NESTDIAG_TOOLS_KVMSETTINGS_H */
