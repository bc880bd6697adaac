import type { TemplateKey, TemplatePreview, TemplateSource } from '@acquit/recovery';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { askSignedIn } from '../../api/client.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';
import { CasePicker, type PickedCase } from '../receipts/case-picker.tsx';

const text = t.templates;

/** The text filled for a real case, or for an example: the e-mail, the letter or the text message. */
export function Preview({ templateKey, source }: { templateKey: TemplateKey; source: TemplateSource }) {
  const company = useCompany();
  const [picked, setPicked] = useState<PickedCase | null>(null);
  const show = useMutation({
    mutationFn: () =>
      askSignedIn<TemplatePreview>(`/companies/${company.companyId}/templates/preview`, {
        ...templateKey,
        source,
        caseId: picked?.caseId ?? null,
      }),
  });
  return (
    <section className="stack">
      <div className="stack-tight">
        <h3>{text.preview}</h3>
        <p className="small soft">{text.previewHint}</p>
      </div>
      <div className="template-look">
        <CasePicker picked={picked} onPick={setPicked} error={null} />
        <Button busy={show.isPending} onClick={() => show.mutate()}>
          {text.show}
        </Button>
      </div>
      <ActError error={show.error} />
      {show.data && <Shown shown={show.data} />}
    </section>
  );
}

function Shown({ shown }: { shown: TemplatePreview }) {
  const [plain, setPlain] = useState(false);
  const isEmail = shown.html !== '';
  return (
    <div className="stack-tight" role="status">
      <div className="row-between">
        <p className="wrap-anywhere">
          {text.shownFor(shown.debtorName)}
          {shown.parts !== null && <span className="soft"> · {text.parts(shown.parts)}</span>}
        </p>
        {isEmail && (
          <Button kind="quiet" small onClick={() => setPlain(!plain)}>
            {plain ? text.html : text.plain}
          </Button>
        )}
      </div>
      {shown.readerLanguage !== null && <p className="small soft">{text.otherLanguage}</p>}
      {shown.subject !== '' && <p className="wrap-anywhere strong">{shown.subject}</p>}
      {shown.pdf !== null && <Letter pdf={shown.pdf} />}
      {isEmail && !plain ? (
        <iframe className="mail-frame" title={text.email} sandbox="" srcDoc={shown.html} />
      ) : (
        shown.pdf === null && <pre className="mail-text">{shown.text}</pre>
      )}
    </div>
  );
}

/** The letter in the browser's own reader, with a link for those who have none in the page. */
function Letter({ pdf }: { pdf: string }) {
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    const bytes = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [pdf]);
  if (href === null) return null;
  return (
    <>
      <p>
        <a href={href} target="_blank" rel="noreferrer">
          {text.openPdf}
        </a>
      </p>
      <iframe className="mail-frame letter-frame" title={text.letter} src={href} />
    </>
  );
}
