import { useEffect, useRef } from "react";
import type { SheetPlayer } from "#comparison/takes/sheet-player.ts";

interface TakePictureProps {
  player: SheetPlayer;
  id: string;
  /** Keeps the first picture. */
  isStill?: boolean;
}

/** The current picture of a take. Paints on player events without rendering. */
export function TakePicture({ player, id, isStill = false }: TakePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    function paint() {
      const picture = player.pictureOf(id);
      const element = canvas.current;
      const context = element?.getContext("2d", { alpha: false });
      if (!picture || !element || !context) return;
      if (element.width !== picture.width || element.height !== picture.height) {
        element.width = picture.width;
        element.height = picture.height;
      }
      context.drawImage(picture, 0, 0);
      if (isStill) leave();
      else element.dataset.frame = String(player.frameOf(id));
    }
    const leave = player.onShown(paint);
    paint();
    return leave;
  }, [player, id, isStill]);

  return <canvas ref={canvas} width={1} height={1} className="block size-full object-contain" />;
}
