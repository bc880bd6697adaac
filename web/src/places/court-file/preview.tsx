import { courtFile as text } from '../../texts/fr/court-file.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** A PDF about to be looked at. */
export interface Previewed {
  title: string;
  address: string;
}

/** A PDF in the page, drawn by the browser itself; and in a tab, where the browser draws none in a page. */
export function Preview({ previewed: { title, address }, onClose }: { previewed: Previewed; onClose: () => void }) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <a className="button" href={address} target="_blank" rel="noreferrer">
            {text.openTab}
          </a>
          <Button onClick={onClose}>{text.close}</Button>
        </>
      }
    >
      <iframe className="court-preview" src={address} title={text.seeWhat(title)} />
    </Dialog>
  );
}
