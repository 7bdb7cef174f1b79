/*
 * Lets User-mode Linux 6.1 run on processors with wide registers (AVX-512 and later).
 *
 * It keeps the extended registers of a task in a buffer of fixed size and moves them by PTRACE_GETREGSET and
 * PTRACE_SETREGSET. Where the processor has more of them than fit, the machine's kernel refuses to set them from so
 * small a buffer. This library, loaded before the C library, stands in for ptrace: it moves all registers by a buffer
 * of its own beside each of User-mode Linux's, whose part of them is copied between the two.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>

enum {
    GET_REGISTER_SET = 0x4204,
    SET_REGISTER_SET = 0x4205,
    EXTENDED_REGISTERS = 0x202,
    MOST_OCTETS = 16384,
    CHAINS = 1024,
};

/* All extended registers of the task whose visible part User-mode Linux keeps at `visible`. */
struct registers {
    struct registers *next;
    const void *visible;
    size_t length; /* 0: not read yet */
    unsigned char octets[MOST_OCTETS];
};

typedef long (*ptrace_function)(int, pid_t, void *, void *);

static ptrace_function next_ptrace(void)
{
    static ptrace_function found;
    if (found == NULL)
        found = (ptrace_function)dlsym(RTLD_NEXT, "ptrace");
    return found;
}

static struct registers *registers_of(const void *visible)
{
    static struct registers *chains[CHAINS];
    struct registers **chain = &chains[((size_t)visible / 64) % CHAINS];
    for (struct registers *each = *chain; each != NULL; each = each->next)
        if (each->visible == visible)
            return each;
    /* Not from malloc: we may be called at any moment, and a process has few of these and keeps them. */
    struct registers *added =
        mmap(NULL, sizeof *added, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (added == MAP_FAILED)
        return NULL;
    added->visible = visible;
    added->next = *chain;
    *chain = added;
    return added;
}

static long read_all(pid_t pid, struct registers *registers)
{
    struct iovec all = {registers->octets, sizeof registers->octets};
    long result = next_ptrace()(GET_REGISTER_SET, pid, (void *)EXTENDED_REGISTERS, &all);
    if (result == 0)
        registers->length = all.iov_len;
    return result;
}

static size_t shorter(size_t one, size_t other)
{
    return one < other ? one : other;
}

static long get_extended(pid_t pid, struct iovec *asked, struct registers *registers)
{
    long result = read_all(pid, registers);
    if (result != 0)
        return result;
    asked->iov_len = shorter(asked->iov_len, registers->length);
    memcpy(asked->iov_base, registers->octets, asked->iov_len);
    return 0;
}

static long set_extended(pid_t pid, const struct iovec *given, struct registers *registers)
{
    /* A task that was never read is a new one; what lies beyond the visible part is as the process has it. */
    if (registers->length == 0) {
        long result = read_all(pid, registers);
        if (result != 0)
            return result;
    }
    memcpy(registers->octets, given->iov_base, shorter(given->iov_len, registers->length));
    struct iovec all = {registers->octets, registers->length};
    return next_ptrace()(SET_REGISTER_SET, pid, (void *)EXTENDED_REGISTERS, &all);
}

long ptrace(int request, ...)
{
    va_list rest;
    va_start(rest, request);
    pid_t pid = va_arg(rest, pid_t);
    void *address = va_arg(rest, void *);
    void *data = va_arg(rest, void *);
    va_end(rest);

    if ((request == GET_REGISTER_SET || request == SET_REGISTER_SET) && (size_t)address == EXTENDED_REGISTERS) {
        struct iovec *visible = data;
        struct registers *registers = registers_of(visible->iov_base);
        if (registers != NULL && request == GET_REGISTER_SET)
            return get_extended(pid, visible, registers);
        if (registers != NULL)
            return set_extended(pid, visible, registers);
    }
    return next_ptrace()(request, pid, address, data);
}
