import { t } from '../texts/index.ts';
import { Button } from './button.tsx';

/** Under a list read page by page: the next page, as long as there is one. */
export function LoadMore({
  of,
}: {
  of: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  if (!of.hasNextPage) return null;
  return (
    <div>
      <Button small busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {t.common.more}
      </Button>
    </div>
  );
}
