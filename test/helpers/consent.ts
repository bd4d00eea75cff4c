/** Decides on Beeper's page of consent as a person does. @returns where Beeper sends the tab */
export async function decideAt(
  consentUrl: string,
  decision: 'approve' | 'deny' = 'approve',
): Promise<string> {
  const page = await (await fetch(consentUrl)).text();
  const consent = /name="consent" value="(\w+)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(consentUrl.split('?')[0] ?? '', {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ consent, decision }),
  });
  return answer.headers.get('location') ?? '';
}
