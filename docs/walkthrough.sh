#!/usr/bin/env bash
# A request for an individual plan on its way through the product, with curl alone.
#
#   docs/walkthrough.sh                 starts the product in demo mode on a new database, walks, and stops it
#   docs/walkthrough.sh http://host     walks against a demo host that is already running
#
# The person is invented and the identity number synthetic. The demo clock is moved; nothing waits.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
host=${1:-}
server=

finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

if [ -z "$host" ]; then
  host=http://127.0.0.1:5187
  [ -n "${NO_BUILD:-}" ] || dotnet build "$here/src/WorkflowHost" -v q --nologo >"$work/build.log" || { cat "$work/build.log"; exit 1; }
  ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=$host Logging__LogLevel__Default=Warning \
    Demo__Clock__StartsAt=2027-01-11T09:00:00+01:00 Demo__Clock__Runs=false \
    Database__ConnectionString="Data Source=$work/walkthrough.db" \
    dotnet "$here/src/WorkflowHost/bin/Debug/net10.0/IndividualPlan.WorkflowHost.dll" --contentRoot "$here/src/WorkflowHost" >"$work/server.log" 2>&1 &
  server=$!
  for _ in $(seq 1 600); do
    curl -sf "$host/health/ready" >/dev/null 2>&1 && break
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log"; exit 1; }
    sleep 0.2
  done
fi

# --- small tools: the first field of a name in a JSON answer, a token, a call ---------------------------------------------------------

first() { grep -oE "\"$1\":(\"[^\"]*\"|[^,}\"]+)" | head -n 1 | sed -E "s/\"$1\":\"?//; s/\"$//"; }

token() {
  [ -f "$work/token.$1" ] || curl -sf "$host/api/demo/token" -H 'Content-Type: application/json' -d "{\"user\":\"$1\"}" | first accessToken >"$work/token.$1"
  cat "$work/token.$1"
}

get() { curl -s "$host$2" -H "Authorization: Bearer $(token "$1")"; }

post() {
  local status
  status=$(curl -s -o "$work/answer" -w '%{http_code}' "$host$2" -H "Authorization: Bearer $(token "$1")" -H 'Content-Type: application/json' -d "$3")
  if [ "$status" -ge 300 ]; then echo "POST $2 as $1 answered $status: $(cat "$work/answer")" >&2; exit 1; fi
  cat "$work/answer"
}

clock() { post admin /api/demo/clock/advance "{\"to\":\"$1\"}" | first now | sed 's/^/    the clock is /'; }

# task <user> <key>: the id of the open task of the case with that key, the user's own first
task() {
  get "$1" "/api/tasks?caseId=$case&state=open" | tr '{' '\n' | grep "\"key\":\"$2\"" >"$work/tasks" || true
  { grep "\"assignee\":\"$1\"" "$work/tasks" || cat "$work/tasks"; } | head -n 1 | first taskId
}

operation=0
complete() { # user key outcome values
  local id; id=$(task "$1" "$2")
  if [ -z "$id" ]; then echo "no open task $2 for $1" >&2; get leader "/api/tasks?caseId=$case&state=open" >&2; exit 1; fi
  operation=$((operation + 1))
  post "$1" "/api/tasks/$id/complete" "{\"operationId\":\"walk-$$-$operation\",\"outcome\":\"$3\",\"values\":$4}" >"$work/done"
  echo "  $1 · $(first title <"$work/done") → $3"
}

say() { echo; echo "## $*"; }
state() { echo "    the case is $(get casemanager "/api/cases/$case" | first state)"; }
deadline() { get casemanager "/api/cases/$case/deadlines" | tr '{' '\n' | grep "\"key\":\"$1\"" | tail -n 1 >"$work/d"
  echo "    $1: from $(first startedOn <"$work/d"), ends $(first effectiveOn <"$work/d") ($(first state <"$work/d"))"; }

# --- the walk ---------------------------------------------------------------------------------------------------------

say "Monday 11 January: a request comes in (L-26, D-1)"
receipt=$(post person /api/requests '{"person":{"nationalIdentityNumber":"14838949844","givenName":"GLAD","familyName":"FJELLREV","bornOn":"1989-03-14","language":"nb"},
  "track":"SOC-28","channel":"Digital","requester":{"role":"Person","name":"GLAD FJELLREV"},"authorization":null,"services":["nav","municipal-health"],"wishes":"Vil gjerne ha en koordinator i kommunen"}')
case=$(echo "$receipt" | first caseId)
echo "  person · $(echo "$receipt" | first reference) is registered"
deadline D-1

say "Two services: who has the main responsibility? (L-34)"
complete coordinatingunit agree Enige '{"mainResponsibleService":"nav","parties":"nav, municipal-health"}'

say "Wednesday 27 January: granted; Thursday: the notice is out (L-45, D-3)"
clock 2027-01-27T10:00:00+01:00
complete casemanager assess Innvilges '{"reasons":"Langvarig behov for tjenester som må ses sammen."}'
clock 2027-01-28T09:00:00+01:00
complete casemanager notice Sendt '{"channel":"Digital"}'
state
deadline D-3

say "Consent to the plan, and a coordinator (L-49, L-63)"
clock 2027-02-02T12:00:00+01:00
complete casemanager ask-consent Given '{"givenBy":"Person","channel":"Oral"}'
complete coordinatingunit appoint-coordinator Appointed '{"coordinatorUserId":"coordinator","service":"municipal-health","personConsents":true,"acceptedByCoordinator":true,"acceptedByManager":true}'
state

say "Mapping, a participant, consent to share, and the cooperation agreement (L-50, L-71, L-81)"
complete coordinator map Kartlagt '{}'
complete coordinator invite Inviter '{"service":"gp","contactUserId":"participant2","participantRole":"Fastlege","isObliged":true}'
complete coordinator invite Ferdig '{}'
complete coordinator ask-sharing-consent Given '{"givenBy":"Person","channel":"Oral","informationCategories":["plan"]}'
complete participant2 agree Confirmed '{"contribution":"Følger opp helsen"}'

say "Friday 5 March: the plan is written, and the person approves it (L-77, L-86)"
clock 2027-03-05T10:00:00+01:00
complete coordinator draft 'Klar for godkjenning' '{"goals":"Komme i arbeid","resources":"God støtte hjemme","needs":"Samordnet oppfølging","contributions":"person | Møter til avtalene","measures":"Samtaler | gp | månedlig | Faste timer","implementation":"Møte hver måned","coordinatorOffer":"Appointed","planPeriodFrom":"2027-03-05","planPeriodTo":"2028-03-05","revisionIntervalMonths":6,"cooperationNeeds":"Fastlege"}'
complete person approve-plan Approved '{}'
state
deadline D-17

say "Half a year passes: 30 days before the revision the task is there, with its first reminder (L-91, D-17)"
clock 2027-08-09T09:00:00+02:00
get coordinator "/api/tasks?caseId=$case&state=open" | tr '{' '\n' | grep '"key":"evaluate"' >"$work/t"
echo "    task: $(first title <"$work/t"), due $(first dueOn <"$work/t"), reminders sent: $(first remindersSent <"$work/t")"

say "The person is not content with the plan and complains; another case manager assesses it (L-92, L-102)"
post person "/api/cases/$case/events/appeal-received" '{"type":"Content","points":["e"],"grounds":"Planen sier for lite om omfanget.","wantedChange":"Mer om omfang","isSigned":true,"knowledgeOn":"2027-08-09"}' >/dev/null
echo "  person · the appeal is received"
complete casemanager check Prøvd '{"isParty":"Met","isConcrete":"Met","isSigned":"Met","isInTime":"Met","reasoning":"Vilkårene er oppfylt."}'
complete casemanager2 assess Opprettholdes '{"questions":"Oppfyller planen kravene?","investigation":"Planen er gjennomgått.","legalSources":"Forskrift om individuell plan § 9.","arguments":"Omfanget er for kort beskrevet.","assessment":"Omfanget fremgår av planen."}'
complete casemanager send Sendt '{"sentOn":"2027-08-09"}'
deadline D-12
clock 2027-09-01T09:00:00+02:00
complete casemanager result Registrert '{"outcome":"Upheld","decidedOn":"2027-09-01","receivedOn":"2027-09-01","reasons":"Planen oppfyller kravene."}'
get casemanager "/api/cases/$case" | tr '{' '\n' | grep '"appealId"' >"$work/a"; get casemanager "/api/cases/$case" | grep -oE '"outcome":"(Upheld|Changed|AnnulledAndRemitted)"' >"$work/o"
echo "    the appeal is $(first state <"$work/a"): $(first outcome <"$work/o")"

say "What was sent, and what has happened"
get casemanager "/api/letters?caseId=$case" | tr '{' '\n' | grep '"template"' | while read -r letter; do
  echo "    $(echo "$letter" | first queuedAt | cut -c1-10) letter: $(echo "$letter" | first subject)"
done
echo
total=$(get casemanager "/api/cases/$case/history" | first total)
echo "    history: more than $((total / 100 * 100)) events, each with who, why and when"
state
