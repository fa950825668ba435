// The classes of PASCAL VOC in the order of the network's channels, with the colours they get here.
// examples/java has the same, and a test that holds both together.

export const CLASSES = [
  { name: 'background', color: '#1b2330' },
  { name: 'aeroplane', color: '#7cc6fe' },
  { name: 'bicycle', color: '#f7b801' },
  { name: 'bird', color: '#8ac926' },
  { name: 'boat', color: '#1982c4' },
  { name: 'bottle', color: '#3a86ff' },
  { name: 'bus', color: '#ff9f1c' },
  { name: 'car', color: '#c77dff' },
  { name: 'cat', color: '#ff6b6b' },
  { name: 'chair', color: '#e9ff70' },
  { name: 'cow', color: '#e0aaff' },
  { name: 'dining table', color: '#d4a373' },
  { name: 'dog', color: '#ffd166' },
  { name: 'horse', color: '#a44a3f' },
  { name: 'motorbike', color: '#4361ee' },
  { name: 'person', color: '#ff4d8d' },
  { name: 'potted plant', color: '#2d9d5c' },
  { name: 'sheep', color: '#f1faee' },
  { name: 'sofa', color: '#9b5de5' },
  { name: 'train', color: '#00bbf9' },
  { name: 'tv monitor', color: '#00f5d4' },
];
