* Reads the CSV file of this folder with every label and missing kind: Stata 16 or later. It is made
* with the file: another export has another script. Change to the folder first (cd), then do read_csv.
*
* What is missing is .a not keyed yet, .b no answer, .c don't know, .d illegible, .e several marks,
* .f not applicable, .g page absent. Of a text, NAME_missing says it in figures. A label of more than
* 80 characters is cut here, and whole in the codebook.
version 16
import delimited using "clinic.csv", clear varnames(nonames) rowrange(2) delimiters(",") ///
  stringcols(_all) bindquote(strict) maxquotedrows(unlimited) encoding("UTF-8")
if c(k) != 11 {
  display as error "The file has other columns than this script."
  exit 459
}
rename (v1 v2 v3 v4 v5 v6 ///
   v7 v8 v9 v10 v11) ///
  (case_id founder partners_1 partners_2 doctors rate ///
   rate_missing features features_missing opened opened_missing)
tempvar cell
label define missing_kinds .a "未入力", modify
label define missing_kinds .b "無回答", modify
label define missing_kinds .c "不明", modify
label define missing_kinds .d "判読不能", modify
label define missing_kinds .e "複数回答", modify
label define missing_kinds .f "非該当", modify
label define missing_kinds .g "頁欠落", modify

label variable case_id "調査票番号"

destring founder, replace
mvdecode founder, mv(-1=.a \ -2=.b \ -3=.c \ -4=.d \ -5=.e \ -6=.f \ -7=.g)
label variable founder "開設主体"
label copy missing_kinds founder
label define founder 1 "医療法人", modify
label define founder 5 "その他", modify
label values founder founder

destring partners_1, replace
mvdecode partners_1, mv(-1=.a \ -2=.b \ -3=.c \ -4=.d \ -5=.e \ -6=.f \ -7=.g)
label variable partners_1 "連携機関: 病院"
label copy missing_kinds partners_1
label define partners_1 0 "選択なし", modify
label define partners_1 1 "選択あり", modify
label values partners_1 partners_1

destring partners_2, replace
mvdecode partners_2, mv(-1=.a \ -2=.b \ -3=.c \ -4=.d \ -5=.e \ -6=.f \ -7=.g)
label variable partners_2 "連携機関: 訪問看護"
label copy missing_kinds partners_2
label define partners_2 0 "選択なし", modify
label define partners_2 1 "選択あり", modify
label values partners_2 partners_2

destring doctors, replace
mvdecode doctors, mv(-1=.a \ -2=.b \ -3=.c \ -4=.d \ -5=.e \ -6=.f \ -7=.g)
label variable doctors "医師 (人)"
label values doctors missing_kinds

destring rate, replace
label variable rate "割合"
label values rate missing_kinds

destring rate_missing, replace
label variable rate_missing "割合 (欠損の種類)"
label define rate_missing -1 "未入力", modify
label define rate_missing -2 "無回答", modify
label define rate_missing -3 "不明", modify
label define rate_missing -4 "判読不能", modify
label define rate_missing -5 "複数回答", modify
label define rate_missing -6 "非該当", modify
label define rate_missing -7 "頁欠落", modify
label values rate_missing rate_missing
replace rate = .a if rate_missing == -1
replace rate = .b if rate_missing == -2
replace rate = .c if rate_missing == -3
replace rate = .d if rate_missing == -4
replace rate = .e if rate_missing == -5
replace rate = .f if rate_missing == -6
replace rate = .g if rate_missing == -7

label variable features "特徴"

destring features_missing, replace
label variable features_missing "特徴 (欠損の種類)"
label define features_missing -1 "未入力", modify
label define features_missing -2 "無回答", modify
label define features_missing -3 "不明", modify
label define features_missing -4 "判読不能", modify
label define features_missing -5 "複数回答", modify
label define features_missing -6 "非該当", modify
label define features_missing -7 "頁欠落", modify
label values features_missing features_missing

rename opened `cell'
generate long opened = daily(`cell', "YMD"), after(`cell')
drop `cell'
format opened %tdCCYY-NN-DD
label variable opened "開設日"
label values opened missing_kinds

destring opened_missing, replace
label variable opened_missing "開設日 (欠損の種類)"
label define opened_missing -1 "未入力", modify
label define opened_missing -2 "無回答", modify
label define opened_missing -3 "不明", modify
label define opened_missing -4 "判読不能", modify
label define opened_missing -5 "複数回答", modify
label define opened_missing -6 "非該当", modify
label define opened_missing -7 "頁欠落", modify
label values opened_missing opened_missing
replace opened = .a if opened_missing == -1
replace opened = .b if opened_missing == -2
replace opened = .c if opened_missing == -3
replace opened = .d if opened_missing == -4
replace opened = .e if opened_missing == -5
replace opened = .f if opened_missing == -6
replace opened = .g if opened_missing == -7
compress
