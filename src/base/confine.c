#include "base/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

/* --- system calls --- */

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define MACHINE AUDIT_ARCH_RISCV64
#endif

#ifdef MACHINE

/* Memory, other threads and the time; what needs a descriptor is not among them. mmap and mprotect are apart. */
static const unsigned allowed[] = {
    SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk,
    SYS_futex, SYS_sched_yield, SYS_getpid, SYS_gettid,
    SYS_clock_gettime, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_restart_syscall,
    SYS_getrandom, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,
    SYS_exit, SYS_exit_group,
};

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define WHERE_EQUAL(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, yes, no)
#define WHERE_SET(bits, yes, no) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, yes, no)
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, value)

/* All else fails as if it were not permitted: a library that only tries to look something up goes on without. The
 * filter is for every thread: one without would do what the others may not. */
static bool filter_calls(struct error *err)
{
    const struct sock_filter head[] = {
        LOAD(arch),
        WHERE_EQUAL(MACHINE, 1, 0),
        ANSWER(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
        WHERE_EQUAL(SYS_mmap, 1, 0),
        WHERE_EQUAL(SYS_mprotect, 0, 4), /* to the list */
        LOAD(args[2]), /* the lower half: what is to be allowed of the pages */
        WHERE_SET(PROT_EXEC, 0, 1),
        ANSWER(SECCOMP_RET_ERRNO | EPERM),
        ANSWER(SECCOMP_RET_ALLOW),
    };
    struct sock_filter all[COUNT(head) + 2 * COUNT(allowed) + 1];
    unsigned short n = 0;
    for (size_t i = 0; i < COUNT(head); i++) {
        all[n++] = head[i];
    }
    for (size_t i = 0; i < COUNT(allowed); i++) {
        all[n++] = (struct sock_filter)WHERE_EQUAL(allowed[i], 0, 1);
        all[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
    }
    all[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ERRNO | EPERM);
    struct sock_fprog program = {n, all};
    long refused = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
    return refused == 0 || error_set_errno(err, refused < 0 ? errno : EBUSY, "cannot filter system calls");
}

#else

/* Nobody has tried such a machine yet; the limits hold there too. */
static bool filter_calls(struct error *err)
{
    (void)err;
    return true;
}

#endif

/* --- limits --- */

/* Of addresses, which is what its limit counts. */
static size_t bytes_now(void)
{
    unsigned long pages = 0;
    FILE *f = fopen("/proc/self/statm", "re");
    if (!f || fscanf(f, "%lu", &pages) != 1) {
        pages = 0;
    }
    if (f) {
        (void)fclose(f);
    }
    return (size_t)pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Where memory is short, it is this process that goes. */
static void offer_to_die(void)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (fd >= 0) {
        (void)!write(fd, "1000", 4);
        (void)close(fd);
    }
}

static bool limit_all(const struct confine_room *room, struct error *err)
{
    const struct {
        int what;
        rlim_t most;
    } limits[] = {
        {RLIMIT_CORE, 0},
        {RLIMIT_CPU, (rlim_t)room->cpu_s},
        {RLIMIT_FSIZE, 0},
        {RLIMIT_NPROC, 0},
        {RLIMIT_AS, HAS_SHADOW_MEMORY ? RLIM_INFINITY : bytes_now() + room->memory_bytes},
        {RLIMIT_NOFILE, 0}, /* what is open stays so */
    };
    for (size_t i = 0; i < COUNT(limits); i++) {
        const struct rlimit limit = {limits[i].most, limits[i].most};
        bool is_none = limits[i].most == RLIM_INFINITY; /* what whoever started it has set may be less */
        if (!is_none && setrlimit(limits[i].what, &limit) != 0) {
            return error_set_errno(err, errno, "cannot limit what a process takes");
        }
    }
    return true;
}

bool confine_self(const struct confine_room *room, int first_closed, struct error *err)
{
    offer_to_die();
    /* All of ours close themselves; a library's may not. */
    (void)syscall(SYS_close_range, (unsigned)first_closed, ~0U, 0);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0 ||
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return error_set_errno(err, errno, "cannot confine a process");
    }
    return limit_all(room, err) && filter_calls(err);
}
