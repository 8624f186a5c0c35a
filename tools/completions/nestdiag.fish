# SPDX-License-Identifier: GPL-2.0-only
# Fish completion for nestdiag; the tool itself knows what may follow.

function __nestdiag_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l candidates ($words[1] --complete $words[2..-1] 2>/dev/null)
    if test "$candidates" = :file
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $candidates
    end
end

complete -c nestdiag -f -a '(__nestdiag_complete)'
