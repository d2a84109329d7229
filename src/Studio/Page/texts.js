// What our messages around Elsa Studio say. Every text in bokmål, nynorsk and English; {0} and {1} are filled in.

const all = {
  notSaved: ['Endringen din er ikke lagret', 'Endringa di er ikkje lagra', 'Your change is not saved'],
  notPublished: ['Arbeidsflyten er ikke publisert', 'Arbeidsflyten er ikkje publisert', 'The workflow is not published'],
  notDone: ['Det lot seg ikke gjøre', 'Det lét seg ikkje gjere', 'This could not be done'],
  notFetched: ['Noe kunne ikke hentes', 'Noko kunne ikkje hentast', 'Something could not be fetched'],
  staleNamed: [
    '{0} endret arbeidsflyten {1}, mens du tegnet. Tegningen din er tatt vare på her.',
    '{0} endra arbeidsflyten {1}, medan du teikna. Teikninga di er teken vare på her.',
    '{0} changed the workflow on {1}, while you were drawing. Your drawing is kept here.'],
  keptHere: ['Tegningen din er tatt vare på i nettleseren.', 'Teikninga di er teken vare på i nettlesaren.', 'Your drawing is kept in the browser.'],
  noAnswer: [
    'Vi får ikke kontakt med tjenesten. Sjekk at du er på nett.',
    'Vi får ikkje kontakt med tenesta. Sjekk at du er på nett.',
    'The service cannot be reached. Check that you are online.'],
  fault: [
    'Noe gikk galt hos oss. Prøv igjen om litt.',
    'Noko gjekk gale hos oss. Prøv igjen om litt.',
    'Something went wrong on our side. Try again in a while.'],
  forbidden: [
    'Rollen din gir ikke tilgang til dette.', 'Rolla di gjev ikkje tilgang til dette.', 'Your role does not give access to this.'],
  gone: ['Det finnes ikke lenger.', 'Det finst ikkje lenger.', 'It no longer exists.'],
  draftKept: [
    'Det du har tegnet, er lagret som utkast. Rett stegene nedenfor, og publiser igjen:',
    'Det du har teikna, er lagra som utkast. Rett stega nedanfor, og publiser igjen:',
    'What you have drawn is saved as a draft. Correct the steps below, and publish again:'],
  published: [
    'Versjon {0} er publisert. Nye saker følger den; saker som er i gang, fortsetter på sin versjon.',
    'Versjon {0} er publisert. Nye saker følgjer han; saker som er i gang, held fram på sin versjon.',
    'Version {0} is published. New cases follow it; running cases stay on their version.'],
  runs: ['Det som kjører nå, er versjon {0}.', 'Det som køyrer no, er versjon {0}.', 'Version {0} runs now.'],
  signedOut: ['Du er logget ut', 'Du er logga ut', 'You are signed out'],
  signInAgain: [
    'Logg inn i en ny fane og kom tilbake hit. Det du har tegnet, står her så lenge.',
    'Logg inn i ei ny fane og kom tilbake hit. Det du har teikna, står her så lenge.',
    'Sign in in a new tab and come back here. What you have drawn stays here meanwhile.'],
  backAgain: ['Du er logget inn igjen.', 'Du er logga inn igjen.', 'You are signed in again.'],
  cannotStart: ['Arbeidsflyten ble ikke startet', 'Arbeidsflyten vart ikkje starta', 'The workflow was not started'],
  leftBehind: ['Du har en tegning som ikke ble lagret', 'Du har ei teikning som ikkje vart lagra', 'You have a drawing that was not saved'],
  leftBehindFrom: [
    'Den er fra {0}. Her ser du det som er lagret på tjenesten.',
    'Ho er frå {0}. Her ser du det som er lagra på tenesta.',
    'It is from {0}. What you see here is what the service has saved.'],
  copyName: ['{0} (min kopi)', '{0} (min kopi)', '{0} (my copy)'],
  copySaved: ['Kopien din er lagret som «{0}»', 'Kopien din er lagra som «{0}»', 'Your copy is saved as “{0}”'],
  copyIsDraft: ['Den er et utkast, og ingen saker følger den.', 'Ho er eit utkast, og ingen saker følgjer ho.', 'It is a draft, and no cases follow it.'],
  savedNow: ['Tegningen er lagret.', 'Teikninga er lagra.', 'The drawing is saved.'],
  saveCopy: ['Lagre min som kopi', 'Lagre mi som kopi', 'Save mine as a copy'],
  openCopy: ['Åpne kopien', 'Opne kopien', 'Open the copy'],
  download: ['Last ned min utgave', 'Last ned mi utgåve', 'Download my edition'],
  reload: ['Last inn siden på nytt', 'Last inn sida på nytt', 'Reload the page'],
  tryAgain: ['Prøv å lagre igjen', 'Prøv å lagre igjen', 'Try to save again'],
  discard: ['Forkast den', 'Forkast ho', 'Discard it'],
  signIn: ['Logg inn i ny fane', 'Logg inn i ny fane', 'Sign in in a new tab'],
  close: ['Lukk meldingen', 'Lukk meldinga', 'Close the message'],
};

const column = { nb: 0, nn: 1, en: 2 }[document.documentElement.lang] ?? 0;

/** A text in the page's language. */
export function text(key, ...values) {
  return values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), all[key][column]);
}

/** A moment as people read it, in the browser's own time zone. */
export function moment(value) {
  const locale = ['nb-NO', 'nn-NO', 'en-GB'][column];
  return new Date(value).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
}
