import { describe, expect, it } from 'vitest';
import { isGenericMailbox } from './genericMailbox.ts';

describe('a generic mailbox', () => {
  it.each(['info@x.example', 'administratie@x.example', 'contact@x.example', 'boekhouding@x.example', 'compta@x.example', 'Finance@x.example', 'comptabilité@x.example', 'facturen-2@x.example'])(
    'is recognised in %s',
    (address) => expect(isGenericMailbox(address)).toBe(true),
  );
  it.each(['jan.peeters@x.example', 'i.roelofs@x.example', 'informatie.peters@x.example', 'noaddress', '@x.example', ''])('is not seen in %j', (address) =>
    expect(isGenericMailbox(address)).toBe(false),
  );
});
