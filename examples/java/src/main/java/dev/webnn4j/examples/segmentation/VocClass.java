package dev.webnn4j.examples.segmentation;

/** The classes of PASCAL VOC in the order of the network's channels; the page has the same. */
enum VocClass {
  BACKGROUND("background", 0x1b2330),
  AEROPLANE("aeroplane", 0x7cc6fe),
  BICYCLE("bicycle", 0xf7b801),
  BIRD("bird", 0x8ac926),
  BOAT("boat", 0x1982c4),
  BOTTLE("bottle", 0x3a86ff),
  BUS("bus", 0xff9f1c),
  CAR("car", 0xc77dff),
  CAT("cat", 0xff6b6b),
  CHAIR("chair", 0xe9ff70),
  COW("cow", 0xe0aaff),
  DINING_TABLE("dining table", 0xd4a373),
  DOG("dog", 0xffd166),
  HORSE("horse", 0xa44a3f),
  MOTORBIKE("motorbike", 0x4361ee),
  PERSON("person", 0xff4d8d),
  POTTED_PLANT("potted plant", 0x2d9d5c),
  SHEEP("sheep", 0xf1faee),
  SOFA("sofa", 0x9b5de5),
  TRAIN("train", 0x00bbf9),
  TV_MONITOR("tv monitor", 0x00f5d4);

  private final String label;
  private final int rgb;

  VocClass(String label, int rgb) {
    this.label = label;
    this.rgb = rgb;
  }

  String label() {
    return label;
  }

  int rgb() {
    return rgb;
  }
}
