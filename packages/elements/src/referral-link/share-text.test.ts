import { expect } from '@open-wc/testing';
import { shareAddresses, shareData, shareText } from './share-text.js';

const link = 'https://lumen.example/friend?glow=ANA4K7QX';
const parts = {
  wording: undefined,
  named: '{offer}, says {name} of {clinic}: {link}',
  unnamed: '{offer} at {clinic}: {link}',
  offer: '50 dollars off.',
  clinic: 'Lumen',
  name: 'Ana',
  link,
};

describe('shareText', () => {
  const cases = [
    { what: 'uses our wording', given: {}, text: `50 dollars off, says Ana of Lumen: ${link}` },
    {
      what: 'leaves out a name that is not known',
      given: { name: undefined },
      text: `50 dollars off at Lumen: ${link}`,
    },
    {
      what: 'uses the wording of the clinic',
      given: { wording: '{name} thought of you. {link} is for you.' },
      text: `Ana thought of you. ${link} is for you.`,
    },
    {
      what: 'adds the link where the clinic left it out',
      given: { wording: 'Come and see. ' },
      text: `Come and see. ${link}`,
    },
    {
      what: 'uses our wording where that of the clinic needs a name that is not known',
      given: { wording: '{name} sends you {link}', name: undefined },
      text: `50 dollars off at Lumen: ${link}`,
    },
    {
      what: 'leaves braces alone that mean nothing to it',
      given: { wording: 'For {you}: {link}' },
      text: `For {you}: ${link}`,
    },
    {
      what: 'puts a name in once, also one that looks like a brace',
      given: { name: '{link}' },
      text: `50 dollars off, says {link} of Lumen: ${link}`,
    },
  ];
  for (const { what, given, text } of cases) {
    it(what, () => {
      expect(shareText({ ...parts, ...given })).to.equal(text);
    });
  }
});

describe('shareData', () => {
  it('hands a link at the end over as a link', () => {
    expect(shareData(`For you: ${link}`, link)).to.deep.equal({ text: 'For you:', url: link });
  });

  it('leaves a link in the middle where it is', () => {
    expect(shareData(`${link} is for you`, link)).to.deep.equal({ text: `${link} is for you` });
  });
});

describe('shareAddresses', () => {
  it('keeps what a text holds from breaking the address', () => {
    const { sms, email, whatsapp } = shareAddresses('a & b # c\nd', 'x?&y');

    expect(sms).to.equal('sms:?&body=a%20%26%20b%20%23%20c%0Ad');
    expect(email).to.equal('mailto:?subject=x%3F%26y&body=a%20%26%20b%20%23%20c%0Ad');
    expect(whatsapp).to.equal('https://wa.me/?text=a%20%26%20b%20%23%20c%0Ad');
  });
});
