import { Heart } from "lucide-react";
import { favourite } from "#messages/keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { setFavourite } from "#studio/storage/library/keep-entries.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";

interface FavouriteButtonProps {
  entry: LibraryEntry;
  /** Shows only the icon. The text remains the accessible name. */
  isIcon?: boolean;
}

/** Marks the generation as favourite. */
export function FavouriteButton({ entry, isIcon = false }: FavouriteButtonProps) {
  const isFavourite = entry.favouriteAt !== null;
  const handleClick = () => void setFavourite([entry.id], !isFavourite);
  const icon = <Heart size={isIcon ? 18 : 16} fill={isFavourite ? "currentColor" : "none"} />;
  if (isIcon) {
    return (
      <IconButton
        label={favourite}
        icon={icon}
        aria-pressed={isFavourite}
        // On narrow phones it is only among the details.
        className="size-11 max-[26rem]:hidden"
        onClick={handleClick}
      />
    );
  }
  return (
    <Button aria-pressed={isFavourite} onClick={handleClick}>
      {icon}
      <span>{favourite}</span>
    </Button>
  );
}
