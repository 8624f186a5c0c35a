/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * UUIDs, MAC and IP addresses in a text, told from versions, times, and other numbers.
 */
#ifndef NESTDIAG_TOOLS_ADDRESS_H
#define NESTDIAG_TOOLS_ADDRESS_H

#include <nestdiag/types.h>

/*
 * The length of what begins at @at within @text, which ends in a 0; 0 if nothing of that kind does.
 * Addresses that are the same on every machine, as 127.0.0.1 and ::, are none.
 */
size_t nd_address_uuid(const char *text, const char *at);
size_t nd_address_mac(const char *text, const char *at);
size_t nd_address_ipv4(const char *text, const char *at);
size_t nd_address_ipv6(const char *text, const char *at);

#endif /* NESTDIAG_TOOLS_ADDRESS_H */
