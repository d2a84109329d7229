// The certified provider "oidc-provider" with invented accounts, for tests on this machine.
// Prints {"issuer": "..."} when it listens, and ends when its standard input is closed.
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const people = {
  leader: { name: 'Berit Storhei', groups: ['g-leader', 'g-other'], acr: 'idporten-loa-high' },
  casemanager: { name: 'Kari Lyngmo', groups: ['g-casemanager'], acr: 'idporten-loa-high' },
  low: { name: 'Lars Lavmo', groups: ['g-leader'], acr: 'idporten-loa-substantial' },
  approver: { name: 'Olav Granmo', groups: ['g-approver'], acr: 'idporten-loa-substantial' },
  unlevelled: { name: 'Una Uten', groups: ['g-leader'] },
  stranger: { name: 'Frode Fremmed', groups: ['g-other'], acr: 'idporten-loa-high' },
  teacher: {
    name: 'Pål Skogland',
    acr: 'idporten-loa-high',
    authorization_details: [{
      type: 'ansattporten:altinn:resource',
      authorized_parties: [
        { orgno: { authority: 'iso6523-actorid-upis', ID: '0192:310000001' }, resource: 'individuell-plan', name: 'Lia skole' },
        { orgno: { authority: 'iso6523-actorid-upis', ID: '0192:310000002' }, resource: 'noe-annet', name: 'Moen AS' },
      ],
    }],
  },
  citizen: { pid: '14838949844', acr: 'idporten-loa-high' },
};

const machines = { 'machine-leader': ['OfficeLeader'], 'machine-nothing': [] };

const secret = 'a secret that is only a test';
const clients = [
  {
    client_id: 'web', client_secret: secret, grant_types: ['authorization_code'], response_types: ['code'],
    redirect_uris: ['https://plan.example/sign-in/callback'], post_logout_redirect_uris: ['https://plan.example/signed-out'],
  },
  ...Object.keys(machines).map((id) => ({
    client_id: id, client_secret: secret, grant_types: ['client_credentials'], response_types: [], redirect_uris: [],
  })),
];

let number = 0;
const newKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, jwk: { ...privateKey.export({ format: 'jwk' }), kid: `key-${++number}`, use: 'sig', alg: 'RS256' } };
};

let key = newKey();
const foreignKey = { ...newKey(), kid: 'key-of-a-stranger' };
let issuer;
let provider;
let serve;

function start() {
  provider = new Provider(issuer, {
    clients,
    jwks: { keys: [key.jwk] },
    cookies: { keys: ['only for tests'] },
    conformIdTokenClaims: false,
    acrValues: ['idporten-loa-substantial', 'idporten-loa-high'],
    claims: { openid: ['sub'], profile: ['name', 'groups', 'pid', 'authorization_details'], acr: null, sid: null },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) => ({ scope: 'api', audience: resource, accessTokenFormat: 'jwt', accessTokenTTL: 600, jwt: { sign: { alg: 'RS256' } } }),
      },
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, ClientCredentials: 600, Grant: 3600, IdToken: 3600, Interaction: 600, Session: 3600 },
    pkce: { methods: ['S256'], required: () => true },
    extraTokenClaims: (_, token) => (token.clientId in machines ? { role: machines[token.clientId] } : undefined),
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => { ctx.type = 'json'; ctx.body = out; },
  });
  // The host under test listens on whatever port is free, or says that it stands behind a proxy.
  const local = (path) => (uri) => new RegExp(`^(http://127\\.0\\.0\\.1:\\d+|https://plan\\.example)${path}`).test(uri);
  provider.Client.prototype.redirectUriAllowed = local('/sign-in/callback');
  provider.Client.prototype.postLogoutRedirectUriAllowed = local('/signed-out$');
  serve = provider.callback();
}

const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

function signed({ payload, by = 'current' }) {
  const from = by === 'foreign' ? foreignKey : key;
  const head = `${encode({ alg: 'RS256', typ: 'JWT', kid: from.kid ?? from.jwk.kid })}.${encode(payload)}`;
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), from.privateKey).toString('base64url')}`;
}

const page = `<!DOCTYPE html><html lang="en"><title>Choose who you are</title><form method="post">
  <label>Account <input name="account"></label> <button>Sign in</button></form></html>`;

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

const answer = (response, status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function handle(request, response) {
  const { pathname } = new URL(request.url, issuer);
  const isPost = request.method === 'POST';
  if (pathname.startsWith('/interaction/')) {
    if (!isPost) return response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    const account = new URLSearchParams(await bodyOf(request)).get('account');
    const result = account ? { login: { accountId: account, acr: people[account].acr } } : { error: 'access_denied', error_description: 'turned back' };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  if (pathname === '/test/rotate' && isPost) {
    key = newKey();
    start();
    return answer(response, 200, { kid: key.jwk.kid });
  }
  if (pathname === '/test/clients' && isPost) {
    clients.push(JSON.parse(await bodyOf(request)));
    start();
    return answer(response, 200, {});
  }
  if (pathname === '/test/sign' && isPost) return answer(response, 200, { token: signed(JSON.parse(await bodyOf(request))) });
  if (pathname === '/test/frame') {
    // As a provider's own sign-out page does it: the address of the client in a hidden frame.
    const inside = new URL(request.url, issuer).searchParams.get('of').replaceAll('&', '&amp;');
    return response.writeHead(200, { 'content-type': 'text/html' }).end(`<!DOCTYPE html><title>Signing out</title><iframe src="${inside}"></iframe>`);
  }
  return serve(request, response);
}

const server = createServer((request, response) => {
  handle(request, response).catch((fault) => answer(response, 500, { error: String(fault) }));
});
server.listen(0, '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  start();
  console.log(JSON.stringify({ issuer }));
});
process.stdin.resume().on('end', () => process.exit());
