* Encoding: UTF-8.
* Reads the CSV file of this folder with every label, missing value and set of several marks. It is made
* with the file: another export has another script. Run it in the folder of the file (CD).
* A label of more than 255 bytes (of a code: 120) is cut here, and whole in the codebook.
GET DATA /TYPE=TXT
  /FILE='clinic.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELCASE=LINE
  /FIRSTCASE=2
  /DELIMITERS=","
  /QUALIFIER='"'
  /VARIABLES=
    case_id A6
    founder F2.0
    partners_1 F2.0
    partners_2 F2.0
    doctors F2.0
    rate F6.0
    rate_missing F2.0
    features A21
    features_missing F2.0
    opened SDATE10
    opened_missing F2.0.
FORMATS founder (F2.0).
FORMATS partners_1 (F2.0).
FORMATS partners_2 (F2.0).
FORMATS doctors (F2.0).
FORMATS rate (F6.2).
FORMATS rate_missing (F2.0).
FORMATS features_missing (F2.0).
FORMATS opened_missing (F2.0).
VARIABLE LABELS case_id '調査票番号'.
VARIABLE LEVEL case_id (NOMINAL).
VARIABLE LABELS founder '開設主体'.
VARIABLE LEVEL founder (NOMINAL).
VARIABLE LABELS partners_1 '連携機関: 病院'.
VARIABLE LEVEL partners_1 (NOMINAL).
VARIABLE LABELS partners_2 '連携機関: 訪問看護'.
VARIABLE LEVEL partners_2 (NOMINAL).
VARIABLE LABELS doctors '医師 (人)'.
VARIABLE LEVEL doctors (SCALE).
VARIABLE LABELS rate '割合'.
VARIABLE LEVEL rate (SCALE).
VARIABLE LABELS rate_missing '割合 (欠損の種類)'.
VARIABLE LEVEL rate_missing (NOMINAL).
VARIABLE LABELS features '特徴'.
VARIABLE LEVEL features (NOMINAL).
VARIABLE LABELS features_missing '特徴 (欠損の種類)'.
VARIABLE LEVEL features_missing (NOMINAL).
VARIABLE LABELS opened '開設日'.
VARIABLE LEVEL opened (SCALE).
VARIABLE LABELS opened_missing '開設日 (欠損の種類)'.
VARIABLE LEVEL opened_missing (NOMINAL).
VALUE LABELS founder
    1 '医療法人'
    5 'その他'
    -1 '未入力'
    -2 '無回答'
    -3 '不明'
    -4 '判読不能'
    -5 '複数回答'
    -6 '非該当'
    -7 '頁欠落'.
VALUE LABELS partners_1
    0 '選択なし'
    1 '選択あり'
    -1 '未入力'
    -2 '無回答'
    -3 '不明'
    -4 '判読不能'
    -5 '複数回答'
    -6 '非該当'
    -7 '頁欠落'.
VALUE LABELS partners_2
    0 '選択なし'
    1 '選択あり'
    -1 '未入力'
    -2 '無回答'
    -3 '不明'
    -4 '判読不能'
    -5 '複数回答'
    -6 '非該当'
    -7 '頁欠落'.
VALUE LABELS doctors
    -1 '未入力'
    -2 '無回答'
    -3 '不明'
    -4 '判読不能'
    -5 '複数回答'
    -6 '非該当'
    -7 '頁欠落'.
VALUE LABELS rate_missing
    -1 '未入力'
    -2 '無回答'
    -3 '不明'
    -4 '判読不能'
    -5 '複数回答'
    -6 '非該当'
    -7 '頁欠落'.
VALUE LABELS features_missing
    -1 '未入力'
    -2 '無回答'
    -3 '不明'
    -4 '判読不能'
    -5 '複数回答'
    -6 '非該当'
    -7 '頁欠落'.
VALUE LABELS opened_missing
    -1 '未入力'
    -2 '無回答'
    -3 '不明'
    -4 '判読不能'
    -5 '複数回答'
    -6 '非該当'
    -7 '頁欠落'.
MISSING VALUES founder (-7 THRU -1).
MISSING VALUES partners_1 (-7 THRU -1).
MISSING VALUES partners_2 (-7 THRU -1).
MISSING VALUES doctors (-7 THRU -1).
MRSETS
  /MDGROUP NAME=$partners_1
    LABEL='連携機関'
    CATEGORYLABELS=VARLABELS
    VARIABLES=
      partners_1
      partners_2
    VALUE=1
  /DISPLAY NAME=ALL.
EXECUTE.
