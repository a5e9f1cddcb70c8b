"""Writes composed.tsv: what is built of data or of other distributions, to 20
digits, from the definitions alone: the quantile function of a metalog with
coefficients from linear equations at 60 digits, distribution functions as
sums and quotients, moments as integrals."""

from mpmath import *

mp.dps = 60


def row(text, name, argument, value):
    print(text, name, repr(argument) if argument is not None else "", nstr(value, 20), sep="\t")


def basis(t, n):
    d = tanh(t / 2) / 2
    r = [mpf(1), t, d * t, d]
    k = 2
    while len(r) < n:
        r += [d**k, d**k * t]
        k += 1
    return r[:n]


def metalog(p, x, low=None, high=None):
    text = "metalog(p=%s, x=%s%s%s)" % (p, x, ", min=%g" % low if low is not None else "", ", max=%g" % high if high is not None else "")
    p, x = [mpf(v) for v in p], [mpf(v) for v in x]
    up = lambda v: v
    down = lambda z: z
    if low is not None and high is not None:
        up = lambda v: log((v - low) / (high - v))
        down = lambda z: (low + high * exp(z)) / (1 + exp(z))
    elif low is not None:
        up, down = lambda v: log(v - low), lambda z: low + exp(z)
    elif high is not None:
        up, down = lambda v: -log(high - v), lambda z: high - exp(-z)
    a = lu_solve(matrix([basis(log(v / (1 - v)), len(p)) for v in p]), matrix([up(v) for v in x]))
    at = lambda t: down(fsum(c * b for c, b in zip(a, basis(t, len(p)))))
    q = lambda y: at(log(y / (1 - y)))
    for y in (1e-12, 1e-6, 0.05, 0.5):
        row(text, "Quantile", y, q(mpf(y)))
        row(text, "Upper", y, q(1 - mpf(y)))
    t = lambda y: log(y / (1 - y))
    for y in ("1e-12", "1e-6", "0.3", "0.7"):
        for name, f in (("CDF", lambda v: v), ("Survival", lambda v: 1 - v)):
            x0 = float(q(mpf(y) if name == "CDF" else 1 - mpf(y)))
            s = findroot(lambda s: at(s) - mpf(x0), t(mpf(y) if name == "CDF" else 1 - mpf(y)))
            row(text, name, x0, f(1 / (1 + exp(-s))))
    mp.dps = 30
    w = lambda s: 1 / (4 * cosh(s / 2) ** 2)
    span = [i * mpf(5) for i in range(-50, 51)]
    mean = quad(lambda s: at(s) * w(s), span)
    row(text, "Mean", None, mean)
    row(text, "Variance", None, quad(lambda s: (at(s) - mean) ** 2 * w(s), span))
    for y in ("0.01", "0.4", "0.9"):
        x0 = float(q(mpf(y)))
        s0 = findroot(lambda s: at(s) - mpf(x0), t(mpf(y)))
        y0 = 1 / (1 + exp(-s0))
        below = quad(lambda s: at(s) * w(s), [v for v in span if v < s0] + [s0])
        row(text, "LimitedMean", x0, below + mpf(x0) * (1 - y0))
    mp.dps = 60


def normal(mean, sd):
    return lambda x: erfc((mean - x) / sd / sqrt(mpf(2))) / 2, lambda x: erfc((x - mean) / sd / sqrt(mpf(2))) / 2


def lognormal(mu, sigma):
    f, s = normal(mu, sigma)
    return lambda x: f(log(x)) if x > 0 else mpf(0), lambda x: s(log(x)) if x > 0 else mpf(1)


def pareto(low, shape):
    s = lambda x: (mpf(low) / x) ** shape if x > low else mpf(1)
    return lambda x: 1 - s(x), s


def functions(text, f, s, low, high, points, infinite=mpf(10) ** 9):
    """Mean, variance, limited means from the tails by integration, and the tails at the points."""
    for x in points:
        row(text, "CDF", x, f(mpf(x)))
        row(text, "Survival", x, s(mpf(x)))
    mp.dps = 30
    end = high if high is not None else infinite
    cuts = lambda a, b: [a] + [a + (b - a) * mpf(2) ** -i for i in range(60, -1, -1)]
    integral = lambda g, b: quad(g, cuts(mpf(low), mpf(b)))
    mean = low + integral(s, end)
    row(text, "Mean", None, mean)
    second = integral(lambda x: 2 * (x - low) * s(x), end)
    row(text, "Variance", None, second - (mean - low) ** 2)
    for x in points:
        row(text, "LimitedMean", x, low + integral(s, x))
    mp.dps = 60


def truncated(text, base, low, high, support, points, infinite=mpf(10) ** 9):
    f, s = base
    total = f(mpf(high)) - f(mpf(low)) if high is not None else s(mpf(low))
    cut = s(mpf(high)) if high is not None else mpf(0)
    functions(text, lambda x: (f(x) - f(mpf(low))) / total, lambda x: (s(x) - cut) / total, support, high, points, infinite)


print("# distribution, function, argument, value: mpmath at 60 digits, by composed.py")
metalog([0.1, 0.5, 0.9], [17, 24, 35])
metalog([0.1, 0.5, 0.9], [0.02, 0.08, 0.2], 0, 1)
metalog([0.1, 0.5, 0.9], [0.02, 0.08, 0.2], None, 1)
metalog([0.05, 0.25, 0.5, 0.75, 0.95], [1, 3, 4, 6, 12], 0)
metalog([0.1, 0.3, 0.5, 0.7, 0.9, 0.97], [-4, -1.6, 0, 1.7, 4.5, 7.2])
metalog([0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.98], [2.15, 3.16, 4.28, 5.29, 6, 6.81, 8.41, 11.39, 16.75], 0)
truncated("truncated(of=normal(mean=0, sd=1), min=-1, max=2.5)", normal(0, 1), -1, 2.5, -1, [-0.999999, -0.5, 0.3, 2.4999])
truncated("truncated(of=normal(mean=0, sd=1), min=5, max=6)", normal(0, 1), 5, 6, 5, [5.000001, 5.1, 5.5, 5.999])
truncated("truncated(of=lognormal(mu=0, sigma=1), max=10)", lognormal(0, 1), 0, 10, 0, [1e-4, 0.5, 3.0, 9.9999])
truncated("truncated(of=lognormal(mu=0, sigma=1), min=2)", lognormal(0, 1), 2, None, 2, [2.000001, 3.0, 100.0, 1000.0], mpf(10) ** 18)
f1, s1 = lognormal(9, 1)
f2, s2 = lognormal(13, mpf(1) / 2)
w1, w2 = mpf(0.9) / (mpf(0.9) + mpf(0.1)), mpf(0.1) / (mpf(0.9) + mpf(0.1))
functions(
    "mixture(weights=[0.9, 0.1], of=[lognormal(mu=9, sigma=1), lognormal(mu=13, sigma=0.5)])",
    lambda x: w1 * f1(x) + w2 * f2(x), lambda x: w1 * s1(x) + w2 * s2(x), 0, None,
    [10.0, 8000.0, 100000.0, 1e6, 1.2e7], mpf(10) ** 12)
