// SPDX-License-Identifier: GPL-2.0-only
#include "tools/digest/module.h"
#include "tools/digest/words.h"

#define TEXTS	13	/* of an error, at most */

static const char *const verbs[] = {
	"insert", "inserting", "load module", "load kernel module", "loading module",
	"loading kernel module",
	"insérer", "modprobe", "insmod", "init_module", "finit_module",
};

static const char *const names[] = {
	"kvm_intel", "kvm-intel", "kvm_amd", "kvm-amd", "'kvm'", "\"kvm\"", "kvm.ko", "module kvm",
	"kvm:",
};

/* strerror() of glibc, in the languages that are met most. */
static const struct {
	const char *id;
	const char *amd;	/* in its place for kvm_amd */
	const char *texts[TEXTS];
} refusals[] = {
	{ "modprobe-not-supported", NULL, {
		"operation not supported", "eopnotsupp", "wird nicht unterst",
		"opération non supportée",
		"opération non prise en charge", "operación no soportada", "operación no admitida",
		"operazione non supportata", "operação não suportada", "不支持的操作",
		"операция не поддерживается",
		"サポートされていない操作", "operacja nie " } },
	{ "modprobe-io-error", "modprobe-io-error-amd", {
		"input/output error", "i/o error", " eio", "eingabe-/ausgabefehler",
		"erreur d'entrée/sortie",
		"error de entrada/salida", "errore di input/output", "erro de entrada/saída",
		"输入/输出错误",
		"ввода/вывода", "入力/出力エラー", "wejścia/wyjścia" } },
	{ "module-busy", NULL, {
		"resource busy", "file exists", "ebusy", "eexist", "gerät oder ressource belegt",
		"périphérique ou ressource occupé", "dispositivo o recurso ocupado", "设备或资源忙",
		"устройство или ресурс занято" } },
	{ "module-format", NULL, {
		"exec format error", "invalid module format", "enoexec",
		"fehler im format der programmdatei",
		"erreur de format pour exec", "可执行文件格式错误" } },
	{ "module-parameter", NULL, { "invalid argument", "invalid parameters", "das argument ist ungültig",
		"argument invalide", "argumento inválido", "argomento non valido", "无效的参数" } },
	{ "module-not-permitted", NULL, {
		"operation not permitted", "eperm", "die operation ist nicht erlaubt",
		"opération non permise",
		"operación no permitida", "operazione non permessa", "不允许的操作" } },
	{ "module-symbol", NULL, { "unknown symbol" } },
	{ "module-key", NULL, { "required key not available", "key was rejected" } },
};

static const char *first_of(const char *text, const char *const *list, size_t nr)
{
	const char *at = NULL;
	size_t i;

	for (i = 0; !at && i < nr && list[i]; i++)
		at = nd_words_find(text, list[i]);
	return at;
}

const char *nd_module_refused(const char *line, size_t len)
{
	char text[ND_WORDS];
	const char *name;
	size_t i;

	nd_words(text, line, len);
	name = first_of(text, verbs, ARRAY_SIZE(verbs)) ? first_of(text, names, ARRAY_SIZE(names)) :
							  NULL;
	for (i = 0; name && i < ARRAY_SIZE(refusals); i++) {
		if (!first_of(name, refusals[i].texts, TEXTS))
			continue;
		return refusals[i].amd && first_of(text, (const char *const []){ "kvm_amd", "kvm-amd" }, 2) ?
		       refusals[i].amd : refusals[i].id;
	}
	return NULL;
}
