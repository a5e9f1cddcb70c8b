"""Writes exact.tsv: values of distributions to 20 digits, by mpmath at 60.

Each family is given here by its distribution and survival function alone; the
quantiles are found by bisection, the limited mean by integrating the survival
function. So nothing is shared with what it judges but the definition.

    python3 exact.py > exact.tsv
"""

import re

from mpmath import mp, mpf, inf, nstr, exp, log, log1p, expm1, sqrt, gamma, gammainc, betainc, erfc, quad

mp.dps = 60


def beta(a, b, low, high):
    a, b, low, high = map(mpf, (a, b, low, high))
    t = lambda x: (x - low) / (high - low)
    mean, sum_ = a / (a + b), a + b
    return dict(
        cdf=lambda x: betainc(a, b, 0, t(x), regularized=True),
        sf=lambda x: betainc(b, a, 0, (high - x) / (high - low), regularized=True),
        low=low, high=high, mean=low + (high - low) * mean,
        variance=(high - low) ** 2 * a * b / (sum_ ** 2 * (sum_ + 1)))


def pert(min, mode, max, shape=4):
    w = mpf(max) - mpf(min)
    return beta(1 + shape * (mpf(mode) - mpf(min)) / w, 1 + shape * (mpf(max) - mpf(mode)) / w, min, max)


def vosepert(min, mode, max, shape=4):
    t = (mpf(min) + shape * mpf(mode) + mpf(max)) / (shape + 2)
    t = (t - mpf(min)) / (mpf(max) - mpf(min))
    n = t * (1 - t) * (mpf(shape) + 2) ** 2 - 1
    return beta(t * n, (1 - t) * n, min, max)


def triangular(min, mode, max):
    a, c, b = map(mpf, (min, mode, max))
    def cdf(x):
        return (x - a) ** 2 / ((b - a) * (c - a)) if x < c else 1 - (b - x) ** 2 / ((b - a) * (b - c))
    return dict(cdf=cdf, sf=lambda x: 1 - cdf(x), low=a, high=b, mean=(a + b + c) / 3,
                variance=(a * a + b * b + c * c - a * b - a * c - b * c) / 18)


def phi(z):
    if abs(z) > 1000:
        return mpf(z > 0)
    return erfc(-z / sqrt(2)) / 2


def normal(mean, sd):
    m, s = mpf(mean), mpf(sd)
    return dict(cdf=lambda x: phi((x - m) / s), sf=lambda x: phi((m - x) / s), low=-inf, high=inf,
                mean=m, variance=s * s)


def truncatednormal(mean, sd, min=-inf, max=inf):
    m, s, a, b = map(mpf, (mean, sd, min, max))
    z = lambda x: (x - m) / s
    mass = phi(-z(a)) - phi(-z(b))
    density = lambda v: exp(-v * v / 2) / sqrt(2 * mp.pi)
    tail = lambda v: 0 if abs(v) == inf else v * density(v)
    shift = (density(z(a)) - density(z(b))) / mass
    return dict(cdf=lambda x: (phi(-z(a)) - phi(-z(x))) / mass, sf=lambda x: (phi(-z(x)) - phi(-z(b))) / mass,
                low=a, high=b, mean=m + s * shift,
                variance=s * s * (1 + (tail(z(a)) - tail(z(b))) / mass - shift ** 2))


def lognormal(mu, sigma):
    m, s = mpf(mu), mpf(sigma)
    return dict(cdf=lambda x: phi((log(x) - m) / s), sf=lambda x: phi((m - log(x)) / s), low=mpf(0), high=inf,
                mean=exp(m + s * s / 2), variance=expm1(s * s) * exp(2 * m + s * s))


def gamma_(shape, scale):
    k, s = mpf(shape), mpf(scale)
    return dict(cdf=lambda x: gammainc(k, 0, x / s, regularized=True), sf=lambda x: gammainc(k, x / s, inf, regularized=True),
                low=mpf(0), high=inf, mean=k * s, variance=k * s * s)


def hazard(h, low, high, mean, variance):
    return dict(cdf=lambda x: -expm1(-h(x)), sf=lambda x: exp(-h(x)), low=low, high=high, mean=mean, variance=variance)


def weibull(shape, scale):
    k, s = mpf(shape), mpf(scale)
    return hazard(lambda x: (x / s) ** k, mpf(0), inf, s * gamma(1 + 1 / k),
                  s * s * (gamma(1 + 2 / k) - gamma(1 + 1 / k) ** 2))


def exponential(mean):
    return weibull(1, mean)


def powers(power, mean, variance):
    return (mean() if power > 1 else inf), (variance() if power > 2 else inf if power > 1 else mp.nan)


def pareto(min, shape):
    m, a = mpf(min), mpf(shape)
    return hazard(lambda x: a * log(x / m), m, inf,
                  *powers(a, lambda: m * a / (a - 1), lambda: m * m * a / ((a - 1) ** 2 * (a - 2))))


def lomax(shape, scale):
    a, s = mpf(shape), mpf(scale)
    return hazard(lambda x: a * log1p(x / s), mpf(0), inf,
                  *powers(a, lambda: s / (a - 1), lambda: s * s * a / ((a - 1) ** 2 * (a - 2))))


def gpd(threshold, scale, shape):
    m, s, c = map(mpf, (threshold, scale, shape))
    h = lambda x: log1p(c * (x - m) / s) / c if c else (x - m) / s
    return hazard(h, m, m - s / c if c < 0 else inf,
                  *powers(1 / c if c > 0 else inf, lambda: m + s / (1 - c), lambda: s * s / ((1 - c) ** 2 * (1 - 2 * c))))


def burr(c, k, scale):
    c, k, s = map(mpf, (c, k, scale))
    moment = lambda n: gamma(1 + n / c) * gamma(k - n / c) / gamma(k)
    return hazard(lambda x: k * log1p((x / s) ** c), mpf(0), inf,
                  *powers(c * k, lambda: s * moment(1), lambda: s * s * (moment(2) - moment(1) ** 2)))


families = dict(
    uniform=lambda min, max: beta(1, 1, min, max),
    beta=lambda a, b, min=0, max=1: beta(a, b, min, max),
    gamma=gamma_, triangular=triangular, pert=pert, vosepert=vosepert, normal=normal, truncatednormal=truncatednormal,
    lognormal=lognormal, weibull=weibull, exponential=exponential, pareto=pareto, lomax=lomax, gpd=gpd, burr=burr)

instances = """
uniform(min=-3, max=1e+06)
triangular(min=0, mode=5, max=10)
triangular(min=0, mode=0, max=1)
triangular(min=1, mode=1.001, max=1e+09)
pert(min=0.5, mode=2, max=12)
pert(min=20000, mode=80000, max=600000)
pert(min=0, mode=0.1, max=1, shape=2)
pert(min=0, mode=0.001, max=1, shape=2000)
vosepert(min=20000, mode=80000, max=600000)
beta(a=0.5, b=0.5)
beta(a=2, b=300)
beta(a=1.5, b=2.5, min=10, max=20)
normal(mean=0, sd=1)
normal(mean=-5, sd=30)
truncatednormal(mean=5, sd=2, min=0)
truncatednormal(mean=-30, sd=1, min=0)
truncatednormal(mean=0, sd=1, min=-0.001, max=0.002)
truncatednormal(mean=10, sd=4, max=3)
lognormal(mu=0, sigma=1)
lognormal(mu=11.8594990552502, sigma=1.189170556373027)
lognormal(mu=12, sigma=0.001)
lognormal(mu=-3, sigma=4)
gamma(shape=2, scale=3)
gamma(shape=0.05, scale=1000)
gamma(shape=100000, scale=0.001)
weibull(shape=1.5, scale=10)
weibull(shape=0.2, scale=1)
weibull(shape=500, scale=3)
exponential(mean=250000)
pareto(min=100000, shape=1.1)
pareto(min=2, shape=0.5)
pareto(min=1, shape=1000)
lomax(shape=3, scale=2)
lomax(shape=0.3, scale=5)
gpd(threshold=0, scale=1, shape=0)
gpd(threshold=100, scale=30, shape=0.25)
gpd(threshold=0, scale=1, shape=-0.5)
gpd(threshold=5, scale=1, shape=-3)
gpd(threshold=0, scale=1, shape=1e-09)
burr(c=2, k=3, scale=10)
burr(c=0.8, k=1.5, scale=1)
burr(c=2, k=0.3, scale=1)
burr(c=50, k=20, scale=1000)
""".split("\n")[1:-1]


def solve(f, p, d):
    """The x where the increasing f passes p, by bisection between numbers that
    are as close as 64 bits, measured from the near end of the support."""
    low, high = d["low"], d["high"]
    if low == -inf or (high != inf and f((low + high) / 2) < p):
        anchor, sign = (high, -1) if high != inf else (mpf(0), 0)
    else:
        anchor, sign = low, 1
    at = (lambda u: anchor + sign * exp(u)) if sign else (lambda u: u)
    a, b = (mpf(-800), mpf(800)) if sign else (mpf(-2000), mpf(2000))
    inside = (lambda x: min(max(x, low), high)) if high != inf else (lambda x: x)
    for _ in range(90):
        m = (a + b) / 2
        if (f(inside(at(m))) < p) == (sign >= 0):
            a = m
        else:
            b = m
    x = at((a + b) / 2)
    return x if sign or abs(x) > 1e-20 else mpf(0)


def row(text, name, argument, value):
    print(text, name, repr(argument) if argument is not None else "", nstr(value, 20), sep="\t")


print("# distribution, function, argument, value: mpmath at 60 digits, by exact.py")
for text in instances:
    name, arguments = re.fullmatch(r"(\w+)\((.*)\)", text).groups()
    d = families[name](**{k: float(v) for k, v in (a.split("=") for a in arguments.split(", "))})
    row(text, "Mean", None, d["mean"])
    row(text, "Variance", None, d["variance"])
    xs = []
    for p in (1e-12, 1e-6, 0.05, 0.5):
        x = solve(d["cdf"], mpf(p), d)
        y = solve(lambda x: -d["sf"](x), -mpf(p), d)
        row(text, "Quantile", p, x)
        row(text, "Upper", p, y)
        xs += [float(x), float(y)]
    xs = sorted(set(x for x in xs if float(d["low"]) < x < float(d["high"])))
    mp.dps = 30
    total = d["low"] if d["low"] != -inf else None
    before = d["low"]
    for x in xs:
        mp.dps = 60
        row(text, "CDF", x, d["cdf"](mpf(x)))
        row(text, "Survival", x, d["sf"](mpf(x)))
        mp.dps = 30
        if total is not None:
            total += quad(d["sf"], [before] + [before + (mpf(x) - before) * mpf(10) ** -i for i in range(24, -1, -2)])
            row(text, "LimitedMean", x, total)
            before = mpf(x)
    mp.dps = 60
