# SPDX-License-Identifier: GPL-2.0-only
"""nestdiag for sos report: hardware virtualization and nesting of the host."""

from sos.report.plugins import (Plugin, IndependentPlugin, RedHatPlugin, DebianPlugin,
                                UbuntuPlugin)


# sos 4.0 on Debian does not know plugins for any distribution.
class Nestdiag(Plugin, IndependentPlugin, RedHatPlugin, DebianPlugin, UbuntuPlugin):

    short_desc = 'Hardware virtualization and nesting, by nestdiag'

    plugin_name = 'nestdiag'
    profiles = ('system', 'virt')
    packages = ('nestdiag',)
    commands = ('nestdiag',)

    def setup(self):
        # Without the module, exits are counted for a few seconds. Nothing is started or changed.
        self.add_cmd_output('nestdiag -q report', suggest_filename='nestdiag.md')
        self.add_cmd_output('nestdiag -q snapshot', suggest_filename='nestdiag.snapshot')
        self.add_copy_spec([
            '/etc/modprobe.d/nestdiag.conf',
            '/sys/module/nestdiag/version',
            '/sys/module/nestdiag/parameters',
        ])
