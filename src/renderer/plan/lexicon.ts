/** Keywords and their meanings. Latin words match as whole words (or plurals), Chinese ones anywhere. */
import type {
  CameraMove,
  Coat,
  Element,
  SceneName,
  Subject,
  TimeOfDay,
  Tint,
  Weather,
} from "./scene-plan.ts";

/** Keywords for each value, separated by `|`. */
export type Lexicon<T extends string> = Readonly<Partial<Record<T, string>>>;

export const SCENE_WORDS: Lexicon<SceneName> = {
  sea: "sea|ocean|beach|wave|surf|coast|shore|harbor|harbour|bay|island|lake|river|sail|sailing|boat|ship|lighthouse|underwater|whale|dolphin|海|大海|海洋|海滩|湖|船|江|河",
  city: "city|street|skyline|skyscraper|building|downtown|urban|town|tokyo|new york|shanghai|hong kong|paris|london|rooftop|alley|market|bazaar|night market|noodle stall|traffic|metropolis|neon|cyberpunk|subway|taxi|城市|街道|街|都市|高楼|霓虹",
  forest:
    "forest|wood|woods|woodland|jungle|rainforest|pine|tree|bamboo|redwood|grove|birch|taiga|森林|树林|竹林|树",
  mountain:
    "mountain|castle|fortress|citadel|peak|summit|alps|alpine|himalaya|everest|fuji|cliff|valley|canyon|glacier|ridge|volcano|highland|山|雪山|山谷|高山|峡谷",
  desert: "desert|dune|sahara|sand|oasis|camel|mesa|cactus|badlands|mars surface|沙漠|沙丘|戈壁",
  meadow:
    "meadow|field|grass|grassland|prairie|farm|countryside|hill|garden|flower|pasture|savanna|savannah|steppe|草原|田野|花园|草地|花",
  fire: "fire|campfire|bonfire|flame|fireplace|blaze|inferno|torch|candle|burning|lava|火|篝火|火焰|蜡烛",
  space:
    "space|galaxy|nebula|planet|astronaut|cosmos|cosmic|universe|spaceship|spacecraft|starship|orbiting earth|saturn|jupiter|mars|black hole|interstellar|太空|宇宙|星系|银河|行星|宇航员",
  portrait:
    "portrait|face|close up of a man|close up of a woman|headshot|eyes|smile|smiling|lips|hair|model looks|actor|actress|singer|beauty shot|肖像|人像|脸|面孔|特写",
};

export const SUBJECT_WORDS: Lexicon<Subject> = {
  cat: "cat|kitten|kitty|tabby|猫|小猫",
  dog: "dog|puppy|retriever|corgi|hound|labrador|husky|狗|小狗",
  fox: "fox|狐狸",
  wolf: "wolf|wolves|狼",
  horse: "horse|pony|stallion|mare|foal|unicorn|gallop|galloping|zebra|马|骏马",
  deer: "deer|stag|elk|reindeer|moose|doe|kirin|qilin|animal|creature|wildlife|麒麟|鹿|动物",
  bear: "bear|grizzly|panda|cub|熊|熊猫",
  bird: "bird|eagle|hawk|heron|crane bird|swan|owl|raven|crow|parrot|flamingo|stork|鸟|鹰|天鹅|鹤",
  fish: "fish|koi|shark|whale|dolphin|orca|鱼|鲸|海豚",
  person:
    "person|man|woman|boy|girl|people|child|traveler|traveller|hiker|monk|samurai|warrior|dancer|figure|fisherman|knight|wanderer|someone|she|he|人|男人|女人|女孩|男孩|武士",
};

export const WEATHER_WORDS: Lexicon<Weather> = {
  rain: "rain|rainy|raining|drizzle|downpour|shower|monsoon|wet street|umbrella|puddle|雨|下雨",
  storm:
    "storm|stormy|thunder|thunderstorm|lightning|hurricane|typhoon|tempest|暴风雨|雷|闪电|风暴",
  snow: "snow|snowy|snowing|snowfall|snowflake|blizzard|winter|frost|frozen|ice|icy|arctic|雪|下雪|冬天|冬",
  fog: "fog|foggy|misty|hazy|smog|smoke|smoky|雾|薄雾",
  clear: "clear sky|sunny|cloudless|晴|晴天",
};

export const TIME_WORDS: Lexicon<TimeOfDay> = {
  dawn: "dawn|sunrise|morning|daybreak|first light|blue hour|日出|清晨|早晨|黎明",
  day: "day|daylight|noon|midday|afternoon|sunny|bright|blue sky|summer|白天|中午|阳光",
  sunset: "sunset|dusk|golden hour|twilight|evening|sundown|golden|日落|黄昏|傍晚|夕阳",
  night:
    "night|midnight|nighttime|moonlight|moonlit|moon|starry|neon|dark|darkness|nocturnal|aurora|northern lights|fireflies|夜|夜晚|月光|星空|午夜|月亮",
};

export const CAMERA_WORDS: Lexicon<CameraMove> = {
  static:
    "static|still shot|locked off|locked|tripod|camera fixed|fixed camera|motionless camera|still camera|no camera movement|stationary|固定镜头|静止",
  "pan-left": "pan left|pans left|panning left|tracking left|truck left|向左",
  "pan-right":
    "pan right|pans right|panning right|pan|pans|panning|tracking|tracking shot|truck|trucking|whip pan|follow|following|slide|摇镜头|平移|跟拍|向右",
  "tilt-up": "tilt up|tilts up|tilting up|tilt|tilts|tilting|look up|looks up|low angle|仰拍|上摇",
  "tilt-down": "tilt down|tilts down|tilting down|look down|下摇",
  "dolly-in":
    "dolly|dolly in|dollies in|push in|pushes in|pushing in|push|zoom in|zooms in|zoom|moves closer|closing in|pov|推镜头|推进|拉近",
  "pull-back":
    "pull back|pulls back|pulling back|pull out|dolly out|zoom out|zooms out|reveal|拉远|拉镜头",
  orbit:
    "orbit|orbits|arc|arcs|arc shot|circle around|circling|circles|rotates around|revolves|环绕|旋转",
  crane:
    "crane|crane up|crane shot|craning|jib|rises|rising|ascends|aerial|drone|bird s eye|birds eye|fly over|flyover|flying over|升降|航拍|俯瞰",
  handheld: "handheld|hand held|shaky|shake|shaking|documentary|jitter|found footage|手持",
};

export const ELEMENT_WORDS: Lexicon<Element> = {
  clouds: "cloud|cloudy|overcast|cumulus|云",
  stars: "star|starry|milky way|constellation|星|星空",
  sun: "sun|sunlight|sunset|sunrise|太阳|夕阳",
  moon: "moon|moonlight|moonlit|月|月亮|月光",
  birds: "birds|bird|gull|seagull|flock|geese|swallow|鸟|海鸥",
  mist: "mist|misty|fog|foggy|haze|smoke|雾",
  aurora: "aurora|northern lights|极光",
  trees: "tree|trees|pine|palm|palms|树",
  boat: "boat|ship|sail|sailboat|yacht|sailing|fishing boat|junk|船|帆船",
  lighthouse: "lighthouse|灯塔",
  lights: "light|lights|lamp|lantern|neon|window|windows|glow|灯|霓虹",
  embers: "ember|embers|spark|sparks|火星|火花",
  fireflies: "firefly|fireflies|magic|magical|fairy|enchanted|萤火虫",
  petals:
    "petal|petals|blossom|blossoms|cherry blossom|sakura|leaves|falling leaves|autumn|花瓣|樱花|落叶",
  planet: "planet|saturn|jupiter|mars|earth|world|行星|地球",
  ring: "ring|rings|ringed|saturn|光环",
  birches: "birch|birches|aspen|白桦",
  street:
    "street|alley|market|bazaar|noodle stall|lane|crosswalk|pavement|sidewalk|街|街道|市场|小巷",
  umbrella: "umbrella|parasol|伞|雨伞",
  castle: "castle|fortress|citadel|palace|城堡|宫殿",
};

export const TINT_WORDS: Lexicon<Tint> = {
  red: "red|crimson|scarlet|ruby|红|红色",
  orange: "orange|amber|autumn|copper|橙色",
  gold: "gold|golden|yellow|sepia|honey|金色|黄色",
  green: "green|emerald|jade|lush|绿|绿色",
  teal: "teal|turquoise|cyan|aqua|青色",
  blue: "blue|azure|cobalt|indigo|蓝|蓝色",
  violet: "violet|purple|lavender|magenta|ultraviolet|紫|紫色",
  pink: "pink|rose|pastel|cherry blossom|sakura|粉|粉色",
};

/** Coat colours, each directly before its subject. */
export const COAT_WORDS: Lexicon<Coat> = {
  black: "black|dark|jet|ebony|黑|黑色",
  white: "white|snow white|pale|polar|snowy|白|白色",
  gray: "gray|grey|silver|灰|灰色",
  brown: "brown|chestnut|chocolate|棕|棕色",
  red: "red|ginger|orange|russet|红|红色|橙色",
  gold: "golden|gold|blond|palomino|yellow|cream|sandy|金色",
};

/**
 * A colour directly before one of these, or before a place, time of day or weather, tints the whole picture.
 */
export const PICTURE_WORDS =
  "sky|light|glow|haze|mist|hue|tone|palette|color|colour|dream|world|water|air|tint|wash|afterglow|horizon|evening|hour";

export const CLOSE_WORDS = "close up|closeup|macro|portrait of a|特写|近景";
export const RESTING_WORDS =
  "curled|curled up|lies|lying|asleep|sleeping|sleeps|resting|napping|dozing|睡|睡觉|蜷缩";

export const SLOW_WORDS = "slow|slowly|gentle|gently|calm|serene|subtle|drifting|缓慢|缓缓|慢慢";
export const FAST_WORDS = "fast|quick|quickly|rapid|rapidly|swift|whip|racing|dynamic|快速|迅速";
