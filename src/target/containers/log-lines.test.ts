import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demultiplex, linesOf, withoutSecrets } from './log-lines.ts';

const frame = (stream: number, text: string) => {
  const head = Buffer.alloc(8);
  head.writeUInt8(stream, 0);
  head.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([head, Buffer.from(text)]);
};

test('both outputs come as one text, in the order of the engine', () => {
  assert.equal(demultiplex(Buffer.concat([frame(1, 'one\n'), frame(2, 'two é\n'), frame(1, '')])), 'one\ntwo é\n');
  assert.equal(demultiplex(Buffer.alloc(0)), '');
});

for (const [line, shown] of [
  ['client_secret=s3cr3t&grant_type=x', 'client_secret=[secret]&grant_type=x'],
  ['{"client_secret":"a b","client_id":"c"}', '{"client_secret":[secret],"client_id":"c"}'],
  ['authorization: Basic dXNlcjpwYXNz more', 'authorization: [secret] more'],
  ['sent Bearer abcdefgh.ijkl', 'sent Bearer [secret]'],
  ['mongodb://admin:geheim@mongo/db', 'mongodb://admin:[secret]@mongo/db'],
  ['gravitee_security_password = geheim', 'gravitee_security_password = [secret]'],
  ['token b7Xk29dQmZ01aLpW34vTnY8s ok', 'token [secret] ok'],
  ['i.g.r.a.s.PortalNotificationServiceImplementation42 started', null],
  ['2026-01-02T03:04:05.678Z [main] INFO  Started in 12.5 s', null],
  ['container 3f2a9c4e5b6d7f8091a2b3c4d5e6f708 ready', null],
] as const)
  test(`a log shows ${shown === null ? '' : 'nothing secret of '}"${line}"`, () => {
    assert.equal(withoutSecrets(line, []), shown ?? line);
  });

test('a known secret goes wherever it stands, a short one only where a secret belongs', () => {
  assert.equal(
    withoutSecrets('user geheim-geheim of dcr_admin', ['geheim-geheim', 'admin']),
    'user [secret] of dcr_admin',
  );
});

test('the last lines, without colours and empty ones', () => {
  assert.deepEqual(linesOf('one\r\n\n\x1b[31mtwo\x1b[0m\nthree\n', [], 2), ['two', 'three']);
});
