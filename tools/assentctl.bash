# SPDX-License-Identifier: Apache-2.0
# bash completion for assentctl(1)
_assentctl() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    case $before in
        --config | --output | parse | count | replay) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        --format) mapfile -t COMPREPLY < <(compgen -W 'md json csv blt mbox' -- "$word") ;;
        quarantine) mapfile -t COMPREPLY < <(compgen -W 'list show release drop' -- "$word") ;;
        --state) mapfile -t COMPREPLY < <(compgen -W 'queued sending sent deferred unknown bounced dropped' -- "$word") ;;
        outbox) mapfile -t COMPREPLY < <(compgen -W 'list retry drop' -- "$word") ;;
        show | log | verify | export | close | extend | withdraw | reopen | --decision)
            mapfile -t COMPREPLY < <(compgen -W "$(assentctl list 2>/dev/null | cut -f 1)" -- "$word") ;;
        *) mapfile -t COMPREPLY < <(compgen -W 'check-config list show log parse count explain verify export handbook plan replay close
            extend withdraw reopen quarantine outbox health --config --json --help' -- "$word") ;;
    esac
}
complete -F _assentctl assentctl
