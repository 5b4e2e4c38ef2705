import * as messages from "#messages/judging.ts";
import { RATING_MAX } from "#studio/domain/judging/judgement.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";

const NONE = "none";
const RATINGS = Array.from({ length: RATING_MAX }, (_, index) => index + 1);

interface RatingFieldProps {
  name: string;
  rating: number | null;
  onRate: (rating: number | null) => void;
}

/** The rating of one clip, or none. */
export function RatingField({ name, rating, onRate }: RatingFieldProps) {
  return (
    <SegmentedControl
      legend={messages.rating(name)}
      value={rating === null ? NONE : `${rating}`}
      segments={[
        { value: NONE, label: messages.noRating, icon: "–" },
        ...RATINGS.map((stars) => ({
          value: `${stars}`,
          label: messages.stars(stars),
          icon: stars,
        })),
      ]}
      onChange={(value) => onRate(value === NONE ? null : Number(value))}
    />
  );
}
